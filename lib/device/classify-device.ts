import { UAParser } from 'ua-parser-js'

/** Desktop and tablet show a QR code for the phone to scan; a phone opens the wallet itself. */
export type Device = 'desktop' | 'tablet' | 'phone'

/**
 * The kind of device a request comes from, by its User-Agent. Midtrans asks for the QR code on
 * computers and tablets and the deeplink on phones (docs.midtrans.com, GoPay). An agent that says
 * nothing of itself, such as a bot or none at all, gets the QR code, which everyone can use.
 * `Sec-CH-UA-Mobile` is not asked: tablets send it too.
 */
export function classifyDevice(userAgent: string | null): Device {
  const type = new UAParser(userAgent ?? '').getDevice().type
  if (type === 'mobile') return 'phone'
  return type === 'tablet' ? 'tablet' : 'desktop'
}
