/** What stands on every page, and the pages that stand for others. */
export const shop = {
  title: 'Tokoku: coffee, tea, snacks and batik',
  description:
    'A small Indonesian shop: coffee, tea, snacks, kitchen things and batik. Pay with GoPay or QRIS and pick up at the shop.',
  skip: 'Skip to the content',
  home: 'Tokoku, all products',
  nav: 'Shop',
  allProducts: 'See all products',
  orders: 'Orders',
  help: 'Help',
  language: 'Language',
  footer: {
    pickupHeading: 'Order here, pick up at the shop',
    pickup:
      'We do not deliver, so we never ask for an address. Pay with GoPay or any app that reads QRIS, and come by.',
    linksHeading: 'Find your way',
    orders: 'Your orders',
    help: 'How to pay',
    aboutHeading: 'About this shop',
    about:
      'Tokoku is the demo shop of a reference integration for GoPay and QRIS through Midtrans. Its products and pictures were made for it.',
  },
  notFound: {
    title: 'Not found',
    heading: 'Nothing at this address',
    text: 'Please check the link, or have a look at what is on the shelves.',
    orders: 'Your orders',
  },
  error: {
    heading: 'That did not work',
    text: 'Something went wrong on our side. Your cart and your orders are safe.',
    again: 'Try again',
    allProducts: 'See all products',
    number: 'Error number',
  },
  /** What a form says by itself when the shop has not. */
  forms: {
    unanswered: 'Not connected: no answer has come from the shop. Please try again in a moment.',
    outOfDate: 'This form is out of date. Reload the page and try again.',
  },
  /** The database cannot be reached: `proxy.ts` writes this page and the next itself, so no markup here. */
  away: {
    heading: 'We will be right back',
    text: 'The shop cannot look into its books right now. Your cart and your orders are safe. Please try again in a moment.',
    form: 'The shop cannot look into its books right now, and has done nothing with what you sent. Your cart and your orders are safe. Please load this page again in a moment: that sends it once more.',
  },
  /** For whoever did something too often. */
  tooMany: {
    heading: 'One moment, please',
    text: 'That was more at once than we can take. Nothing was ordered or charged by it. Please wait {seconds} seconds, then try again.',
    back: 'Back to the shop',
  },
  /** Answers in plain text to requests that no page of ours sends. */
  refused: {
    address: 'This address is not a valid one.',
    origin: 'This request did not come from our own pages.',
    notOurs: 'This is no form of our pages.',
    tooLong: 'This form is longer than it can be. Go back and shorten it.',
  },
} as const
