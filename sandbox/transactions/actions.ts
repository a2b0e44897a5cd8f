import type { Merchant, Transaction } from '../store/records'
import { qrCodeId } from './qr-code-id'

type Action = { name: string; method: 'GET' | 'POST'; url: string }

/** What a shop can do with a charge, in the order recorded in 2024. A bank transfer has no actions. */
export function actionsOf(transaction: Transaction, { qrCodeV2 }: Merchant): Action[] {
  const { chargedAs, transactionId, baseUrl } = transaction
  if (chargedAs === 'bank_transfer') return []
  const get = (name: string, url: string): Action => ({ name, method: 'GET', url })
  const qrCodes = [
    get('generate-qr-code', `${baseUrl}/v2/${qrPath(transaction)}/qr-code`),
    ...(qrCodeV2 ? [get('generate-qr-code-v2', framedQrUrl(transaction))] : []),
  ]
  if (chargedAs === 'qris') return qrCodes
  return [
    ...qrCodes,
    get('deeplink-redirect', deeplinkUrl(transaction)),
    get('get-status', `${baseUrl}/v2/${transactionId}/status`),
    { name: 'cancel', method: 'POST', url: `${baseUrl}/v2/${transactionId}/cancel` },
  ]
}

/** Recorded from shops that use the acquirer `airpay shopee`: its codes have an address of their own. */
function qrPath({ chargedAs, acquirer, transactionId }: Transaction): string {
  return acquirer === 'airpay shopee'
    ? `qris/shopeepay/sppq_${transactionId}`
    : `${chargedAs}/${transactionId}`
}

/** docs.midtrans.com, gopay and qris: the address of the code in the frame of the QRIS standard. */
function framedQrUrl(transaction: Transaction): string {
  const path = transaction.chargedAs === 'gopay' ? 'qris/gopay' : 'qris'
  return `${transaction.baseUrl}/v4/${path}/${qrCodeId(transaction)}/qr-code`
}

function deeplinkUrl({ baseUrl, reference, callbackUrl }: Transaction): string {
  const callback = callbackUrl ? `&callback_url=${encodeURIComponent(callbackUrl)}` : ''
  return `${baseUrl}/gopay/partner/app/payment-pin?id=${reference}${callback}`
}
