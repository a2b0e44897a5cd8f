import { UAParser } from 'ua-parser-js'
import { findInAppBrowser } from './in-app-browsers'

export type Device = {
  /** Desktop and tablet show a QR code for the phone to scan; a phone opens the wallet itself. */
  kind: 'desktop' | 'tablet' | 'phone'
  system: 'android' | 'ios' | 'other'
  /** The app in whose own browser the page is open; empty when it does not tell its name. */
  inApp?: string
}

/** No browser says more of itself, and none shall make us read for long. */
const LONGEST_AGENT = 1_000

/** What Chrome and others say on an iPad; there is no such thing on a Mac. */
const IPAD_AS_MAC = /^Mozilla\/5\.0 \(Macintosh;.*(?:CriOS|FxiOS|EdgiOS|Mobile)\//

/**
 * The kind of device a request comes from, by its User-Agent. Midtrans asks for the QR code on
 * computers and tablets and the deeplink on phones (docs.midtrans.com, GoPay). An agent that says
 * nothing of itself, such as a bot or none at all, gets the QR code, which everyone can use, unless
 * `Sec-CH-UA-Mobile` says that it is a phone; tablets send that hint too, so it changes nothing that
 * is known. Safari on an iPad calls itself a Mac, letter by letter: it gets what a computer gets,
 * which is what a tablet gets.
 */
export function classifyDevice(userAgent: string | null, mobileHint?: string | null): Device {
  const agent = (userAgent ?? '').slice(0, LONGEST_AGENT)
  const inApp = findInAppBrowser(agent)
  return { ...findKind(agent, mobileHint === '?1'), ...(inApp !== undefined && { inApp }) }
}

function findKind(agent: string, isMobile: boolean): Omit<Device, 'inApp'> {
  if (IPAD_AS_MAC.test(agent)) return { kind: 'tablet', system: 'ios' }
  const parser = new UAParser(agent)
  const { type } = parser.getDevice()
  const os = parser.getOS().name
  const system = os === 'iOS' ? 'ios' : os?.startsWith('Android') ? 'android' : 'other'
  if (type === 'tablet') return { kind: 'tablet', system }
  // Opera Mini names the system and no device.
  const isUnnamedPhone =
    type === undefined && (system === 'android' || (os === undefined && isMobile))
  const isPhone = type === 'mobile' || isUnnamedPhone
  return { kind: isPhone ? 'phone' : 'desktop', system }
}
