import { randomInt } from 'node:crypto'
import type { Bank } from '../store/records'

type Form = { companyCode: string; shortest: number; longest: number }

// docs.midtrans.com, bank transfer object. The company codes are all zeros, which no bank has given to
// anybody, so that nobody can transfer real money to a pretend number.
const forms: Record<Bank, Form> = {
  bca: { companyCode: '00000', shortest: 6, longest: 18 },
  bni: { companyCode: '00000000', shortest: 8, longest: 8 },
  bri: { companyCode: '', shortest: 18, longest: 18 },
  permata: { companyCode: '0000', shortest: 12, longest: 12 },
}

/**
 * A number at this bank: the one that the merchant asked for, filled up with zeros in front when it is too
 * short and cut at its end when it is too long, or one of the bank's choice.
 */
export function virtualAccountNumber(bank: Bank, wanted: string | null | undefined): string {
  const { companyCode, shortest, longest } = forms[bank]
  const own = wanted || String(randomInt(100_000_000_000))
  return companyCode + own.padStart(shortest, '0').slice(0, longest)
}
