/** The shelves and the page of one product. */
export const catalogue = {
  heading: 'Good things from the shop around the corner',
  intro:
    'Coffee, snacks and batik from makers we know by name. Order here, pay with GoPay or QRIS, and pick it all up at the counter.',
  empty: 'The shelves are empty right now. Please come back later.',
  allProducts: 'All products',
  everything: 'Everything',
  /** What the choice of shelves and the way of sorting are called for those who do not see them. */
  category: 'Shelves',
  sort: {
    label: 'Order of the things',
    shelf: 'As on the shelf',
    cheapest: 'Cheapest first',
    dearest: 'Dearest first',
    name: 'By name',
  },
  search: {
    label: 'Search the shelves',
    example: 'coffee, batik…',
    submit: 'Search',
  },
  found: {
    title: 'Looking for “{text}”',
    heading: 'Looking for “{text}”',
    count: '{count, plural, =1 {1 thing} other {# things}}',
    countOnShelf: '{count, plural, =1 {1 thing} other {# things}} under {shelf}',
  },
  nothing: {
    heading: 'Nothing here is called “{text}”',
    emptyShelf: 'This shelf is empty right now',
    text: 'Try another word, in English or Indonesian, or look along the shelves. You can also ask at the counter: not everything is on this page.',
    everyShelf: 'Look on every shelf',
    allProducts: 'See all products',
  },
  /** On a product's page. */
  neighbours: 'Beside it on the shelf',
  /** Of the picture that a link to the product brings along in a message. */
  shareAlt: '{product}, with its price, at Tokoku',
  soldOut: 'Sold out',
  soldOutForNow: 'Sold out for now. Please ask again in a few days.',
  onlyLeft: 'Only {stock, number} left.',
  pickup: 'Pickup at the shop, packed when you come.',
  /** By the key that the database has (lib/catalogue/categories.ts). */
  categories: {
    drinks: 'Coffee and tea',
    snacks: 'Snacks',
    kitchen: 'Kitchen',
    batik: 'Batik',
  },
} as const
