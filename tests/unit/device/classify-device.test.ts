import { expect, test } from 'vitest'
import { classifyDevice } from '@/lib/device/classify-device'

const android = (inside: string, rest = 'Chrome/143.0.0.0 Safari/537.36') =>
  `Mozilla/5.0 (Linux; Android ${inside}) AppleWebKit/537.36 (KHTML, like Gecko) ${rest}`
const mobile = 'Chrome/143.0.0.0 Mobile Safari/537.36'
const webView = `Version/4.0 ${mobile}`
const apple = (inside: string, rest: string) =>
  `Mozilla/5.0 (${inside}) AppleWebKit/605.1.15 (KHTML, like Gecko) ${rest}`
const iphone = (rest: string) => apple('iPhone; CPU iPhone OS 18_5 like Mac OS X', rest)
const ipad = (rest: string) => apple('iPad; CPU OS 18_5 like Mac OS X', rest)
const mac = (rest: string) => apple('Macintosh; Intel Mac OS X 10_15_7', rest)

type Row = [name: string, agent: string | null, inApp?: string]

const desktops: Row[] = [
  [
    'Chrome on Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
  ],
  [
    'Chrome on Linux',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
  ],
  [
    'a Chromebook',
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
  ],
  [
    'Edge',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0',
  ],
  ['Safari on a Mac', mac('Version/18.5 Safari/605.1.15')],
  ['Chrome on a Mac', mac('Chrome/143.0.0.0 Safari/537.36')],
  [
    'Firefox on a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:146.0) Gecko/20100101 Firefox/146.0',
  ],
  ['Safari on an iPad, which says the same as on a Mac', mac('Version/18.5 Safari/605.1.15')],
  ['a television', 'Mozilla/5.0 (SMART-TV; Linux; Tizen 8.0) AppleWebKit/537.36'],
  ['curl', 'curl/8.14.1'],
  ['a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1)'],
  ['an empty agent', ''],
  ['no agent', null],
]

const phones: Row[] = [
  ['a Pixel', android('15; Pixel 9', mobile)],
  ['a Galaxy phone', android('14; SM-S918B', mobile)],
  ['an Android phone that hides its model', android('10; K', mobile)],
  [
    'Samsung Internet',
    android('14; SM-S918B', `SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`),
  ],
  [
    'Firefox on an Android phone',
    'Mozilla/5.0 (Android 15; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0',
  ],
  [
    'Opera Mini on an Android phone',
    'Opera/9.80 (Android; Opera Mini/36.2/119.132; U; id) Presto/2.12.423 Version/12.16',
  ],
  ['an iPhone', iphone('Version/18.5 Mobile/15E148 Safari/604.1')],
  ['Chrome on an iPhone', iphone('CriOS/143.0.0.0 Mobile/15E148 Safari/604.1')],
  [
    'Instagram on an iPhone',
    iphone('Mobile/15E148 Instagram 380.0.0.0 (iPhone14,5; iOS 18_5; id_ID)'),
    'Instagram',
  ],
  [
    'Instagram on Android',
    android('14; SM-A546E; wv', `${webView} Instagram 380.0.0.0 Android`),
    'Instagram',
  ],
  [
    'Facebook on an iPhone',
    iphone('Mobile/15E148 [FBAN/FBIOS;FBAV/512.0.0.38;FBDV/iPhone14,5]'),
    'Facebook',
  ],
  [
    'Facebook on Android',
    android('14; SM-A546E; wv', `${webView} [FB_IAB/FB4A;FBAV/512.0.0.38;]`),
    'Facebook',
  ],
  ['LINE on an iPhone', iphone('Mobile/15E148 Safari Line/15.4.0'), 'LINE'],
  ['LINE on Android', android('13; Pixel 7; wv', `${webView} Line/15.4.0/IAB`), 'LINE'],
  [
    'TikTok on an iPhone',
    iphone('Mobile/15E148 musical_ly_38.5.0 JsSdk/2.0 BytedanceWebview/d8a21c6'),
    'TikTok',
  ],
  [
    'TikTok on Android',
    android('13; Pixel 7; wv', `${webView} trill_380500 BytedanceWebview/d8a21c6`),
    'TikTok',
  ],
  ['the GoPay app on Android', android('14; SM-A546E; wv', `${webView} GoPay/1.42.0`), 'GoPay'],
  [
    'the Gojek app on an iPhone',
    iphone('Mobile/15E148 Gojek/5.20.1 (com.gojek.app; iOS 18)'),
    'Gojek',
  ],
  ['another app on Android', android('14; SM-A546E Build/UP1A; wv', webView), ''],
  ['another app on an iPhone', iphone('Mobile/15E148'), ''],
]

const tablets: Row[] = [
  ['a Galaxy tablet', android('14; SM-X710')],
  ['an Android tablet that hides its model', android('10; K')],
  ['a Pixel tablet', android('15; Pixel Tablet')],
  [
    'Firefox on an Android tablet',
    'Mozilla/5.0 (Android 15; Tablet; rv:146.0) Gecko/146.0 Firefox/146.0',
  ],
  ['an iPad that says so', ipad('Version/18.5 Mobile/15E148 Safari/604.1')],
  ['Chrome on an iPad that pretends to be a Mac', mac('CriOS/143 Version/18.5 Safari/605.1.15')],
  ['Facebook on an iPad', ipad('Mobile/15E148 [FBAN/FBIOS;FBDV/iPad13,1]'), 'Facebook'],
  ['an app on an iPad that pretends to be a Mac', mac('Mobile/15E148'), ''],
]

const known: [kind: 'desktop' | 'phone' | 'tablet', ...Row][] = [
  ...desktops.map((row): ['desktop', ...Row] => ['desktop', ...row]),
  ...phones.map((row): ['phone', ...Row] => ['phone', ...row]),
  ...tablets.map((row): ['tablet', ...Row] => ['tablet', ...row]),
]

test.each(known)('%s: %s', (kind, _, agent, inApp) => {
  const device = classifyDevice(agent)
  expect([device.kind, device.inApp]).toEqual([kind, inApp])
})

test.each([
  ['android', android('15; Pixel 9', mobile)],
  ['android', android('14; SM-X710')],
  ['ios', iphone('Version/18.5 Mobile/15E148 Safari/604.1')],
  ['ios', ipad('Version/18.5 Mobile/15E148 Safari/604.1')],
  ['ios', mac('CriOS/143 Version/18.5 Safari/605.1.15')],
  ['other', mac('Version/18.5 Safari/605.1.15')],
  ['other', null],
])('%s: %s', (system, agent) => {
  expect(classifyDevice(agent).system).toBe(system)
})

test('Sec-CH-UA-Mobile makes a phone of an agent that says nothing of itself', () => {
  for (const agent of [null, '', 'Mozilla/5.0', 'okhttp/4.12.0']) {
    expect([agent, classifyDevice(agent, '?1').kind]).toEqual([agent, 'phone'])
    expect([agent, classifyDevice(agent, '?0').kind]).toEqual([agent, 'desktop'])
  }
})

test('Sec-CH-UA-Mobile changes no agent that is known: tablets send it too', () => {
  for (const [kind, name, agent] of known.filter(([, , agent]) => /\(.*;/.test(agent ?? ''))) {
    if (name === 'a search engine') continue
    expect([name, classifyDevice(agent, '?1').kind]).toEqual([name, kind])
    expect([name, classifyDevice(agent, '?0').kind]).toEqual([name, kind])
  }
})

test('an endless agent is answered at once', () => {
  const started = performance.now()
  classifyDevice(`Mozilla/5.0 (Linux; Android ${'9'.repeat(200_000)}) Mobile`)
  classifyDevice(`${'Mobile '.repeat(50_000)}Safari`)
  classifyDevice(`Mozilla/5.0 (Macintosh;${'Mobile/'.repeat(50_000)}`)
  expect(performance.now() - started).toBeLessThan(500)
})
