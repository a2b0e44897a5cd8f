/** docs.midtrans.com, transaction status. Card-only states are left out. */
export type TransactionStatus =
  | 'pending'
  | 'authorize'
  | 'capture'
  | 'settlement'
  | 'expire'
  | 'cancel'
  | 'deny'
  | 'partial_refund'
  | 'refund'

export type PaymentType = 'gopay' | 'qris' | 'bank_transfer'
export type Acquirer = 'gopay' | 'airpay shopee'
export type Bank = 'bca' | 'bni' | 'bri' | 'permata'

export type CustomerDetails = {
  first_name?: string | null | undefined
  last_name?: string | null | undefined
  email?: string | null | undefined
  phone?: string | null | undefined
}

export type Refund = {
  id: number
  uuid: string
  /** Whole rupiah. */
  amount: number
  createdAt: number
  reason: string
  key: string
  confirmedAt?: number
}

/** Times are milliseconds on the order's own clock; amounts are whole rupiah. */
export type Transaction = {
  sequence: number
  transactionId: string
  /** The GoPay payment reference: it stands in the deeplink and in tag 62.50 of the QR. */
  reference: string
  orderId: string
  merchantId: string
  grossAmount: number
  /** What was charged; `paymentType` becomes `qris` when a gopay charge is paid by scanning. */
  chargedAs: PaymentType
  paymentType: PaymentType
  acquirer?: Acquirer
  issuer?: string
  transactionType?: 'on-us' | 'off-us'
  crossReference?: string
  /** The acquirer's own names for a payment through `airpay shopee`. */
  shopee?: { referenceId: string; referenceNumber: string }
  /** A bank transfer's number, at the bank that owns it. */
  virtualAccount?: { bank: Bank; number: string }
  /** A gopay charge that a payment only reserves, until it is captured. */
  preAuth?: true
  status: TransactionStatus
  denial?: { code: string; message: string }
  createdAt: number
  expiresAt: number
  capturedAt?: number
  settledAt?: number
  baseUrl: string
  callbackUrl?: string
  customer?: CustomerDetails
  items?: { name: string; price: number; quantity: number }[]
  customFields: Record<string, string>
  metadata?: Record<string, unknown>
  appendUrls: string[]
  overrideUrls: string[]
  refunds: Refund[]
}

export type Merchant = {
  merchantId: string
  serverKey: string
  name: string
  city: string
  notificationUrls: string[]
  finishUrl?: string | undefined
  inactiveChannels: PaymentType[]
  /** The vendor's own suites disagree about a few sentences: those of today, or those of before 2022. */
  wording: 'modern' | 'legacy'
  /** The documented alphabet of order ids, or whatever the API was seen to take. */
  orderIds: 'documented' | 'lenient'
  /** Whether a charge also offers `generate-qr-code-v2`. */
  qrCodeV2: boolean
  /** So many charges in so many seconds; more get 429. */
  rateLimit: RateLimit | null
}

export type RateLimit = { requests: number; seconds: number }

export type Attempt = {
  at: number
  /** HTTP status of the receiver's answer; absent when there was none. */
  status?: number
  body?: string
  error?: string
  durationMs: number
  /** Where a 307 or 308 led. */
  redirects?: string[]
  /** The URL of a try that was asked for by hand. */
  resentTo?: string
}

export type DeliveryState = 'waiting' | 'delivered' | 'given_up' | 'dropped' | 'held' | 'no_url'

/** One notification to one URL, with every attempt to deliver it. */
export type Delivery = {
  id: number
  transactionId: string
  orderId: string
  transactionStatus: TransactionStatus
  createdAt: number
  url: string | null
  contentType: string
  /** The exact text that is sent, also when it is sent again. */
  body: string
  state: DeliveryState
  attempts: Attempt[]
  nextTry: number | null
}

export type StoredAnswer = { http: number; body: Record<string, unknown>; storedAt: number }
