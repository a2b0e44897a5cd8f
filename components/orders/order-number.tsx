/** The order's number, set so that 30 characters can be read and wrap on a phone. */
export function OrderNumber({ orderId, className = '' }: { orderId: string; className?: string }) {
  return (
    <p className={`text-sm text-ink-soft ${className}`}>
      Order <span className="font-mono break-all">{orderId}</span>
    </p>
  )
}
