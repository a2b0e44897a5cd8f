/** How to pay with GoPay and QRIS. */
export const help = {
  title: 'How to pay',
  description:
    'How to pay at Tokoku with GoPay or any app that reads QRIS: step by step on a phone and on a computer, which apps work, what to do when it does not, and how to stay safe.',
  heading: 'How to pay with GoPay and QRIS',
  intro:
    'You order here, pay with an app on your phone, and pick your things up at the shop. It takes about a minute.',
  contents: 'On this page',
  gopay: {
    heading: 'GoPay, on the phone you shop with',
    steps: {
      open: 'Choose GoPay and press Pay. The GoPay app opens by itself; if it does not, press Open GoPay.',
      confirm: 'Check that it says Tokoku and the right amount, and confirm with your PIN.',
      paid: 'Come back to the shop’s page. It says Paid within seconds.',
    },
  },
  scan: {
    heading: 'From a computer or tablet: scan the code',
    steps: {
      open: 'Open GoPay, or any other app that reads QRIS, on your phone.',
      scan: 'Choose Scan and point the camera at the code on the screen.',
      confirm: 'Check that it says Tokoku and the right amount, and confirm with your PIN.',
    },
  },
  qris: {
    heading: 'QRIS with another app, on the phone you shop with',
    steps: {
      save: 'A phone cannot scan its own screen. Press Save QR code, and the picture goes to your photos. On an iPhone, hold the code instead and choose Save to Photos.',
      upload: 'Open your wallet or bank app, choose Scan, and pick the picture from your photos.',
      confirm: 'Check that it says Tokoku and the right amount, and confirm with your PIN.',
    },
  },
  apps: {
    heading: 'Which apps work',
    text: 'QRIS is Indonesia’s one code for all of them: every app with the QRIS sign can pay it. For example:',
    wallets: 'Wallets',
    banks: 'Banks',
    andMore: 'and every other app that reads QRIS',
  },
  trouble: {
    heading: 'If it does not work',
    noCode: {
      question: 'I see no code, or it is blurred',
      answer:
        'Press Save QR code: it then comes through our own shop. Or reload the page; your order stays as it is.',
    },
    notOpened: {
      question: 'GoPay does not open',
      answer:
        'Press Open GoPay once more. Inside Instagram, Facebook, LINE or TikTok, open the page in your browser first. You can also pay the code with any other app.',
    },
    refused: {
      question: 'My app does not accept the code',
      answer:
        'Look at the time that is left: after that the code is of no use, and Pay again gives you a new one. Otherwise check your balance and the daily limit of your app, or use another app.',
    },
    notPaid: {
      question: 'I have paid, but the page still waits',
      answer:
        'Please do not pay a second time. The page asks by itself and usually changes within seconds; at busy times it can take some minutes. If your app says that the money has left, show it at the counter.',
    },
    paidTwice: {
      question: 'I have paid twice, or after the time was over',
      answer:
        'Nothing is lost. We see both payments. What is too much goes back the way it came, and what came late is kept for your order.',
    },
    lost: {
      question: 'I cannot find my order',
      answer: 'Everything that was ordered with this browser is under <link>Your orders</link>.',
    },
  },
  safety: {
    heading: 'So that your money stays safe',
    rules: {
      pin: 'Type your PIN into your wallet or bank app only, never into a web page. We never ask for a PIN, a password or an OTP.',
      ownCode: 'Scan only the code on the page of your own order, on your own screen.',
      stranger:
        'Never scan a code that someone sends you, whoever they say they are. Nobody needs to scan or pay anything to receive money: not for a refund, not for a prize.',
      check:
        'Before you confirm, look at the name and the amount in your app. If either is not what this page says, stop, and ask us.',
      refund: 'When we give money back, it comes by itself, the way you paid.',
    },
  },
  pickup: {
    heading: 'Then come by',
    text: 'When the page says Paid, we start packing. Show it at the counter, on the screen or printed. There is nothing to pay for delivery, and no address to give.',
    allProducts: 'See all products',
  },
} as const
