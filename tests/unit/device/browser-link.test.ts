import { expect, test } from 'vitest'
import { browserLink } from '@/lib/device/browser-link'

const page = 'https://toko.example/checkout/TKO-1?show=qr'

test.each([
  [{ kind: 'phone', system: 'ios', inApp: 'Instagram' }, `x-safari-${page}`],
  [
    { kind: 'phone', system: 'android', inApp: 'Facebook' },
    'intent://toko.example/checkout/TKO-1?show=qr#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end',
  ],
  [{ kind: 'phone', system: 'ios', inApp: 'LINE' }, `${page}&openExternalBrowser=1`],
  [{ kind: 'phone', system: 'android', inApp: 'LINE' }, `${page}&openExternalBrowser=1`],
  [{ kind: 'phone', system: 'other', inApp: '' }, page],
] as const)('%o leaves the app by %s', (device, link) => {
  expect(browserLink(page, device)).toBe(link)
})
