/** Apps to scan with: the names that recorded notifications give as `issuer`, and those of the apps. */
export const issuers: readonly (readonly [issuer: string, app: string])[] = [
  ['gopay', 'GoPay'],
  ['dana', 'DANA'],
  ['ovo', 'OVO'],
  ['linkaja', 'LinkAja'],
  ['airpay shopee', 'ShopeePay'],
  ['Mandiri', 'Livin’ by Mandiri'],
]
