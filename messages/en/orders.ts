/** An order that has been placed: its states, its receipt, and what can be done with it. */
export const orders = {
  /** Before the order's number. */
  number: 'Order',
  title: '{status}: your order',
  cancel: 'Cancel order',
  payAgain: 'Pay again',
  print: 'Print receipt',
  lost: 'Not connected. This page catches up by itself.',
  unanswered: 'Not connected: no answer has come from the shop. Please press it again in a moment.',
  paidTwice:
    'This order was paid more than once. What is too much will be given back; the shop has been told.',
  needsPerson:
    'Midtrans has told us something about this payment that a person has to look at. The shop has been told; there is nothing that you need to do.',
  problems: {
    no_answer:
      'Midtrans did not answer, so this order may not be cancelled yet. We are asking; this page shows what becomes of it. If it still waits in a minute, press Cancel order again.',
    already_paid: 'It is paid, so it could not be cancelled any more. Nothing was changed.',
    already_over: 'It was over already, so there was nothing to cancel.',
    not_reopened:
      'Midtrans did not answer about your last code, so there is no new one yet. Please press Pay again in a moment.',
    sold_out: 'Something in this order has sold out meanwhile, so it cannot be paid again.',
    too_often: 'That was tried too often. Please wait a minute, then try again.',
  },
  /** By the order's status. What happened, and what the shopper can do next. */
  status: {
    pending: {
      title: 'Waiting for payment',
      happened: 'Your order of {amount} is reserved for you until the time to pay is over.',
      next: 'Pay with GoPay or scan the QR code. This page changes by itself when the payment arrives.',
    },
    paid: {
      title: 'Paid',
      happened: 'Thank you. Your payment of {amount} has arrived.',
      next: 'We are packing your things. Pick them up at the shop and show this page at the counter.',
    },
    expired: {
      title: 'Expired',
      happened: 'The time to pay is over. Nothing was charged.',
      next: 'Would you still like these things? Pay again, and the order keeps its number.',
    },
    cancelled: {
      title: 'Cancelled',
      happened: 'This order was cancelled. Nothing was charged.',
      next: 'Changed your mind? Pay again, and the order keeps its number.',
    },
    denied: {
      title: 'Declined',
      happened: 'The wallet or bank declined the payment. Nothing was charged.',
      next: 'Check the balance and the limit in your app, or pay again with another one.',
    },
    failed: {
      title: 'Failed',
      happened: 'The payment could not be made. Nothing was charged.',
      next: 'Pay again in a moment. If it fails once more, tell the shop your order number.',
    },
    partially_refunded: {
      title: 'Partially refunded',
      happened: '{refunded} of your {amount} goes back to you.',
      next: 'It returns the way it came. GoPay is quick; a bank can take some working days.',
    },
    refunded: {
      title: 'Refunded',
      happened: 'All of your {amount} goes back to you.',
      next: 'It returns the way it came. GoPay is quick; a bank can take some working days.',
    },
  },
  /** Further words for some of the states. */
  paidWith: 'Thank you. Your payment of {amount} by {way} has arrived.',
  paidLate:
    'It came after the time to pay was over, and we have kept it. Should anything have sold out meanwhile, the shop will write to you.',
  /** For whoever was sent the address: only the browser that ordered may pay again. */
  payAgainElsewhere: 'Pay again is on this page in the browser in which it was ordered.',
  preparing: {
    happened: 'Your order is reserved for you, and nothing has been charged.',
    next: 'We are asking Midtrans for the code to pay. It appears here by itself.',
  },
  walletSuccess: {
    happened: 'Your wallet reports success. We are waiting for Midtrans to confirm it.',
    next: 'This page changes by itself, usually within seconds. There is no need to pay twice.',
  },
  walletFailure: {
    happened: 'Your wallet came back without paying.',
    next: 'You can try again, or pay by scanning the QR code with another app.',
  },
  /** How it was paid, such as `QRIS with DANA`. */
  qrisWith: 'QRIS with {app}',
  receipt: {
    heading: 'Receipt',
    headingUnpaid: 'Your order',
    caption: 'What was ordered',
    product: 'Product',
    price: 'Price',
    total: 'Total',
    refunded: 'Given back',
    kept: 'Paid in the end',
    placedAt: 'Ordered',
    paidAt: 'Paid',
    paidWith: 'Paid with',
    contact: 'Contact',
    pickup: 'Pickup',
    atTheShop: 'At the shop',
  },
} as const
