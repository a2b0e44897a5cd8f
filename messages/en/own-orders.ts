/** The orders that were placed with this browser. */
export const ownOrders = {
  title: 'Your orders',
  heading: 'Your orders',
  text: 'Everything that was ordered with this browser, the latest first. There is no account: on another device, use the address of the order’s page.',
  things:
    '{others, plural, =0 {{first}} =1 {{first} and 1 more thing} other {{first} and # more things}}',
  givenBack: '{amount} given back',
  empty: {
    heading: 'No orders from here yet',
    text: 'Once you order something with this browser, you find it here: to pay it, or to show it at the counter.',
    allProducts: 'See all products',
  },
} as const
