export const checkout = {
  title: 'Checkout',
  cartChanged: 'Something in your cart has changed. Please look at it before you pay.',
  lookAtCart: 'Look at it now',
  change: 'Change your order',
  waiting: 'You have an order that waits for its payment.',
  seeWaiting: 'Go on with it',
  summary: {
    heading: 'Your order',
    total: 'Total',
    pickup: 'Pickup at the shop: there is nothing to add for delivery.',
  },
  form: {
    seeOrder: 'See your order',
    marked: 'Nothing was ordered yet. Please look at the marked fields.',
    name: 'Name',
    email: 'Email',
    emailHint: 'For the receipt.',
    phone: 'Phone',
    phoneHint: 'In case the shop has a question, such as 0812\u00a03456\u00a07890.',
    method: 'How would you like to pay?',
    gopayHint: 'On a phone the GoPay app opens. On a computer you scan a code.',
    qrisHint: 'One code for every wallet and bank app that reads QRIS.',
    pay: 'Pay',
    unanswered:
      'Not connected: no answer has come from the shop. Press Pay once more when you are. However often you press, it becomes one order.',
    placing: 'One moment, we are asking for your code…',
  },
  fieldErrors: {
    name: {
      missing: 'Tell us your name.',
      tooLong: 'Use a name of at most 100 characters.',
      invalid: 'Use a name of plain letters, without special control characters.',
    },
    email: {
      missing: 'Tell us your email address.',
      tooLong: 'Use an email address of at most 254 characters.',
      invalid: 'Use an email address such as name@example.com.',
    },
    phone: {
      missing: 'Tell us your phone number.',
      tooLong: 'Use a phone number of 8 to 15 digits.',
      invalid: 'Use a phone number of 8 to 15 digits.',
    },
    method: {
      missing: 'Choose GoPay or QRIS.',
      tooLong: 'Choose GoPay or QRIS.',
      invalid: 'Choose GoPay or QRIS.',
    },
  },
  problems: {
    notNow:
      'The shop cannot take your order at this moment. Press Pay once more in a little while: however often you press, it becomes one order.',
    totalChanged: 'Your cart has changed: it is {total} now. Press Pay to order that.',
    tooMany:
      'That was too many orders at once. Nothing was charged. Please wait {seconds, number} seconds, then press Pay.',
    emptyCart: 'Your cart is empty, so there is nothing to pay. Add something first.',
    something: 'Something in your cart',
    soldOut: '{product} is sold out. Nothing was charged. Change your cart and try again.',
    onlyLeft:
      '{left, plural, =1 {Only 1 of {product} is left} other {Only # of {product} are left}}. Nothing was charged. Change your cart and try again.',
    amountTooLarge: 'This way of paying takes at most {limit}.',
    formUsed: 'This form has already become an order. Press Pay once more if you want another one.',
  },
} as const
