import { formatAmount } from '../midtrans-time'
import type { Merchant, Transaction } from '../store/records'
import { crc16 } from './crc'

// No real app can pay this: the acquirer's name and number are not assigned to anybody, and the national
// merchant id is all zeros. Everything else is as in a GoPay dynamic QRIS, tag 54 after 61 included.
const ACQUIRER_GUI = 'ID.CO.EXAMPLE.WWW'
const UNASSIGNED_NNS = '00000000'
export const NMID = `ID${'0'.repeat(13)}`
export const TERMINAL = 'A01'

/** The text of a dynamic QRIS for this transaction. Tag 62.50 holds its reference. */
export function buildQris(
  { reference, grossAmount }: Transaction,
  { merchantId, name, city }: Merchant,
): string {
  const number = `${UNASSIGNED_NNS}3${merchantId.replace(/\D/g, '')}`
  const body =
    tag('00', '01') +
    tag('01', '12') +
    tag(
      '26',
      tag('00', ACQUIRER_GUI) +
        tag('01', number + luhnDigit(number)) +
        tag('02', merchantId) +
        tag('03', 'UMI'),
    ) +
    tag('51', tag('00', 'ID.CO.QRIS.WWW') + tag('02', NMID) + tag('03', 'UMI')) +
    tag('52', '5999') +
    tag('53', '360') +
    tag('58', 'ID') +
    tag('59', plainText(name, 25) || 'MERCHANT') +
    tag('60', plainText(city, 15) || 'JAKARTA') +
    tag('61', '10110') +
    tag('54', formatAmount(grossAmount)) +
    tag('62', tag('50', reference) + tag('07', TERMINAL)) +
    '6304'
  return body + crc16(body)
}

function tag(id: string, value: string): string {
  return `${id}${String(value.length).padStart(2, '0')}${value}`
}

/** Lengths count characters, so nothing but printable ASCII may stand in a name. */
export function plainText(text: string, max: number): string {
  return text
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, max)
}

/** The check digit that ends the 19-digit merchant numbers of Midtrans's recorded codes. */
function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}
