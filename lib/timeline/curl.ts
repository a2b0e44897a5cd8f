type Call = {
  apiUrl: string
  /** `charge`, `status`, `cancel`, `expire` or `refund`. */
  call: string
  midtransOrderId: string
  /** What was sent, redacted. */
  body: unknown
  /** Of a charge. */
  idempotencyKey: string
  notificationUrl: string
}

/** The line that makes a call to Midtrans once more, with the key left to whoever runs it. */
export function curlOf(call: Call): string {
  const isCharge = call.call === 'charge'
  const path = isCharge ? '/v2/charge' : `/v2/${call.midtransOrderId}/${call.call}`
  const hasBody = isCharge || call.call === 'refund'
  return [
    'curl -u "$MIDTRANS_SERVER_KEY:"',
    call.call === 'status' || hasBody ? '' : '-X POST',
    quote(new URL(path, call.apiUrl).href),
    hasBody ? `-H 'Content-Type: application/json'` : '',
    isCharge ? `-H ${quote(`Idempotency-Key: ${call.idempotencyKey}`)}` : '',
    isCharge ? `-H ${quote(`X-Override-Notification: ${call.notificationUrl}`)}` : '',
    hasBody ? `-d ${quote(JSON.stringify(call.body))}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** For a POSIX shell. Nothing is special between single quotes but the quote itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
