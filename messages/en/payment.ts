/** The page where an order is paid. */
export const payment = {
  title: 'Pay',
  lead: 'This page changes by itself when the money arrives, usually within seconds.',
  amount: 'Amount',
  timeLeft: 'Time left',
  merchant: 'Pay to',
  payBefore: 'Please pay before <time></time>',
  notPaidAfterAll: 'Did the payment not go through after all? You can still pay:',
  qrAlt: 'QR code to pay {amount} for order {orderId}',
  openGopay: 'Open GoPay',
  showQr: 'Show QR code',
  saveQr: 'Save QR code',
  lost: 'Not connected. A payment counts all the same, and this page catches up by itself.',
  /** In place of the code. */
  over: {
    heading: 'The time to pay is over',
    text: 'Please do not pay this code any more. We are asking Midtrans how the payment ended; this page changes by itself.',
  },
  /** A code that leads another device to this page. */
  address: {
    show: 'Send to my phone',
    back: 'Back to the payment code',
    alt: 'QR code with the address of this page',
    text: "Scan this with your phone's camera. This page opens there, and you pay on the phone.",
  },
  wallet: {
    opening: 'Opening GoPay…',
    notOpened:
      'Has GoPay not opened? Press Open GoPay, save the QR code for another app, or leave the app that you are in:',
    open: {
      inApp:
        '{app} shows this page in a browser of its own. If GoPay does not open from here, save the QR code, or leave {app}:',
      inAnotherApp:
        'Another app shows this page in a browser of its own. If GoPay does not open from here, save the QR code, or leave that app:',
    },
    /** For a code that no app opens from. */
    save: {
      inApp:
        '{app} shows this page in a browser of its own, which may not save the QR code. If it does not, leave {app}:',
      inAnotherApp:
        'Another app shows this page in a browser of its own, which may not save the QR code. If it does not, leave that app:',
    },
    openInBrowser: 'Open in browser',
  },
  preparing: {
    asking: 'We are asking Midtrans for the code to pay {amount}. This page looks again by itself.',
    away: 'Midtrans, which takes our payments, does not answer at the moment. We keep asking for the code to pay {amount}, and this page shows it as soon as it is there. You can also come back to this address later.',
    useApp: 'Midtrans sent no code to scan for {amount}. Pay with the GoPay app instead.',
    useNothing:
      'Midtrans sent no code to scan for {amount}. Cancel this order and try again, or ask the shop.',
    safe: 'Your order is safe, and nothing has been charged. Please do not order a second time.',
  },
  steps: {
    heading: 'How to pay',
    openApp: 'Open GoPay, or any other app that reads QRIS, on your phone.',
    scan: 'Choose Scan and point the camera at this code.',
    gopayOr: {
      save: 'Paying with GoPay on this phone? Press Open GoPay. For another app, save the QR code.',
      hold: 'Paying with GoPay on this phone? Press Open GoPay. For another app, hold the QR code and choose Save to Photos.',
    },
    save: 'Save the QR code to your photos.',
    /** On an iPhone, in the words of its own menu. */
    hold: 'Hold the QR code, then choose Save to Photos.',
    upload: 'Open that app, choose Scan, and pick the saved picture from your photos.',
    confirm: 'Check the shop and the amount, and confirm with your PIN.',
  },
  apps: {
    heading: 'Any of these apps will do',
    others: 'every other app that reads QRIS',
  },
  next: {
    heading: 'What happens next',
    text: 'Once the payment arrives, this page says Paid and shows your receipt. We pack your things, and you pick them up at the shop.',
  },
  /** Answers in plain text where a picture of the code should be. */
  picture: {
    none: 'There is no code to pay.',
    notSent: 'Midtrans did not send the code. Please try again in a moment.',
    tooOften: 'This code was fetched too often. Please wait {seconds} seconds, then try again.',
  },
} as const
