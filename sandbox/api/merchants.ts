import { createHash } from 'node:crypto'
import type { Sandbox } from '../sandbox'
import type { Merchant } from '../store/records'

/** The merchant of this key. Each key is a merchant of its own, known from its first charge on. */
export function findMerchant({ store }: Sandbox, serverKey: string): Merchant {
  const merchantId = merchantIdOf(serverKey)
  // A merchant that was kept before a setting existed has its default.
  return { ...newMerchant(merchantId, serverKey), ...store.merchants.get(merchantId) }
}

/** The merchant of a transaction. Throws when there is none, which a transaction rules out. */
export function findMerchantById({ store }: Sandbox, merchantId: string): Merchant {
  const merchant = store.merchants.get(merchantId)
  if (!merchant) throw new Error(`no merchant ${merchantId}`)
  return merchant
}

function newMerchant(merchantId: string, serverKey: string): Merchant {
  return {
    merchantId,
    serverKey,
    name: 'Tokoku',
    city: 'JAKARTA',
    notificationUrls: [],
    inactiveChannels: [],
    wording: 'modern',
    orderIds: 'documented',
    // No recorded charge has it, only the samples of the documentation.
    qrCodeV2: false,
    rateLimit: null,
  }
}

/** `G` and nine digits, the form of a Midtrans merchant id, derived from the key. */
function merchantIdOf(serverKey: string): string {
  const number = createHash('sha256').update(serverKey).digest().readUInt32BE(0) % 1_000_000_000
  return `G${String(number).padStart(9, '0')}`
}
