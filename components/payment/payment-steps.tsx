const scan = [
  'Open GoPay, or any other app that reads QRIS, on your phone.',
  'Choose Scan and point the camera at this code.',
  'Check the shop and the amount, and confirm with your PIN.',
]

const upload = [
  'Paying with GoPay on this phone? Press Open GoPay. For another app, save the QR code.',
  'Open that app, choose Scan, and pick the saved picture from your photos.',
  'Check the shop and the amount, and confirm with your PIN.',
]

const uploadOnly = ['Save the QR code to your photos.', ...upload.slice(1)]

/** How to pay. QRIS is one code for all apps, so a GoPay code can be paid by any of them. */
export function PaymentSteps({ phone, hasDeeplink }: { phone: boolean; hasDeeplink: boolean }) {
  const steps = phone ? (hasDeeplink ? upload : uploadOnly) : scan
  return (
    <div className="grid gap-5">
      <h2 className="text-xl">How to pay</h2>
      <ol className="grid gap-3">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden="true"
              className="grid size-7 shrink-0 place-items-center rounded-full bg-leaf text-sm font-extrabold text-accent"
            >
              {index + 1}
            </span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <p className="text-sm text-ink-soft">
        Works with GoPay, DANA, OVO, ShopeePay, LinkAja, and every bank app that reads QRIS, such as
        BCA, BNI, BRI and Mandiri. After that, pick your order up at the shop.
      </p>
    </div>
  )
}
