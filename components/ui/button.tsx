import type { ComponentProps } from 'react'

const base =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-xl px-6 py-2 text-center font-bold transition-colors print:hidden disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress aria-busy:opacity-75'

const looks = {
  // The edge is seen in forced colours, which take the ground away.
  primary: 'border-2 border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-2 border-accent text-accent hover:bg-leaf',
  quiet: 'border border-edge text-ink hover:bg-stone',
}

type Look = keyof typeof looks

export function Button({
  look = 'primary',
  className = '',
  ...props
}: ComponentProps<'button'> & { look?: Look }) {
  return <button className={`${base} ${looks[look]} cursor-pointer ${className}`} {...props} />
}

/**
 * A link that looks like a button. A plain anchor, not next/link: wallets open their app only
 * from a real tap on a real link (docs.midtrans.com, GoPay deeplink FAQ), and pages that redirect
 * to a wallet must not be prefetched.
 */
export function ButtonLink({
  look = 'primary',
  className = '',
  ...props
}: ComponentProps<'a'> & { look?: Look }) {
  return <a className={`${base} ${looks[look]} ${className}`} {...props} />
}
