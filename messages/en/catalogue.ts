/** The shelves and the page of one product. */
export const catalogue = {
  heading: 'Good things from the shop around the corner',
  intro:
    'Coffee, snacks and batik from makers we know by name. Order here, pay with GoPay or QRIS, and pick it all up at the counter.',
  empty: 'The shelves are empty right now. Please come back later.',
  allProducts: 'All products',
  everything: 'Everything',
  /** What the choice of shelves is called for those who do not see it. */
  category: 'Shelves',
  sort: {
    label: 'Sort by',
    shelf: 'Shelf',
    cheapest: 'Lowest price',
    dearest: 'Highest price',
    name: 'Name',
  },
  search: {
    label: 'Search the shelves',
    example: 'coffee, batik…',
    submit: 'Search',
  },
  found: {
    title: 'Search for “{text}”',
    heading: '{count, plural, =1 {1 product} other {# products}} for “{text}”',
    onShelf: '{count, plural, =1 {1 product} other {# products}} for “{text}” on the shelf {shelf}',
    count: '{count, plural, =1 {1 product} other {# products}}',
  },
  nothing: {
    heading: 'Nothing here is called “{text}”',
    onShelf: 'No “{text}” on the shelf {shelf}',
    emptyShelf: 'This shelf is empty right now',
    text: 'Try another word, in English or Indonesian, or look along the shelves. You can also ask at the counter: not everything is on this page.',
    everyShelf: 'Search every shelf for “{text}”',
    allProducts: 'See all products',
  },
  /** On a product's page. */
  neighbours: 'Beside it on the shelf',
  /** Of the picture that a link to the product brings along in a message. */
  shareAlt: '{product}, with its price, at Tokoku',
  soldOut: 'Sold out',
  soldOutForNow: 'Sold out for now. Please ask again in a few days.',
  onlyLeft: 'Only {stock, number} left.',
  pickup: 'Pick up at the shop: packed as soon as it is paid.',
  /** By the key that the database has (lib/catalogue/categories.ts). */
  categories: {
    drinks: 'Coffee and tea',
    snacks: 'Snacks',
    kitchen: 'Kitchen',
    batik: 'Batik',
  },
} as const
