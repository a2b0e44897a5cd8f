export function Footer() {
  return (
    <footer className="bg-leaf print:hidden">
      <div aria-hidden="true" className="kawung h-12 text-accent opacity-35" />
      <div className="mx-auto grid max-w-6xl gap-6 px-4 py-10 sm:grid-cols-2 sm:px-6">
        <div>
          <p className="text-lg font-extrabold">Order here, pick up at the shop</p>
          <p className="mt-1 max-w-sm">
            We do not deliver, so we never ask for an address. Pay with GoPay or any app that reads
            QRIS, and come by.
          </p>
        </div>
        <div className="sm:justify-self-end">
          <p className="font-bold">About this shop</p>
          <p className="mt-1 max-w-sm">
            Tokoku is the demo shop of a reference integration for GoPay and QRIS through Midtrans.
            Its products and pictures were made for it.
          </p>
        </div>
      </div>
    </footer>
  )
}
