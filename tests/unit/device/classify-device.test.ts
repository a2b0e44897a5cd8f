import { expect, test } from 'vitest'
import { classifyDevice } from '@/lib/device/classify-device'

const android = (inside: string, mobile = '') =>
  `Mozilla/5.0 (Linux; Android ${inside}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0${mobile} Safari/537.36`
const webkit = (inside: string, rest: string) =>
  `Mozilla/5.0 (${inside}) AppleWebKit/605.1.15 (KHTML, like Gecko) ${rest}`

const agents: [device: string, name: string, agent: string | null][] = [
  [
    'desktop',
    'Chrome on Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
  ],
  [
    'desktop',
    'Chrome on Linux',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
  ],
  [
    'desktop',
    'Edge',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0',
  ],
  [
    'desktop',
    'Safari on a Mac',
    webkit('Macintosh; Intel Mac OS X 10_15_7', 'Version/18.5 Safari/605.1.15'),
  ],
  [
    'desktop',
    'Firefox on a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:146.0) Gecko/20100101 Firefox/146.0',
  ],
  ['phone', 'a Pixel', android('15; Pixel 9', ' Mobile')],
  ['phone', 'a Galaxy phone', android('14; SM-S918B', ' Mobile')],
  ['phone', 'an Android phone that hides its model', android('10; K', ' Mobile')],
  [
    'phone',
    'Firefox on an Android phone',
    'Mozilla/5.0 (Android 15; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0',
  ],
  [
    'phone',
    'an iPhone',
    webkit('iPhone; CPU iPhone OS 18_5 like Mac OS X', 'Version/18.5 Mobile/15E148 Safari/604.1'),
  ],
  [
    'phone',
    'Chrome on an iPhone',
    webkit(
      'iPhone; CPU iPhone OS 18_5 like Mac OS X',
      'CriOS/143.0.0.0 Mobile/15E148 Safari/604.1',
    ),
  ],
  [
    'phone',
    "Instagram's own browser on an iPhone",
    webkit('iPhone; CPU iPhone OS 18_5 like Mac OS X', 'Mobile/15E148 Instagram 380.0.0.0'),
  ],
  ['tablet', 'a Galaxy tablet', android('14; SM-X710')],
  ['tablet', 'an Android tablet that hides its model', android('10; K')],
  ['tablet', 'a Pixel tablet', android('15; Pixel Tablet')],
  [
    'tablet',
    'Firefox on an Android tablet',
    'Mozilla/5.0 (Android 15; Tablet; rv:146.0) Gecko/146.0 Firefox/146.0',
  ],
  [
    'tablet',
    'an iPad that says so',
    webkit('iPad; CPU OS 18_5 like Mac OS X', 'Version/18.5 Mobile/15E148 Safari/604.1'),
  ],
  [
    'desktop',
    'an iPad that pretends to be a Mac, as they do by default',
    webkit('Macintosh; Intel Mac OS X 10_15_7', 'Version/18.5 Safari/605.1.15'),
  ],
  ['desktop', 'a television', 'Mozilla/5.0 (SMART-TV; Linux; Tizen 8.0) AppleWebKit/537.36'],
  ['desktop', 'curl', 'curl/8.14.1'],
  ['desktop', 'a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1)'],
  ['desktop', 'an empty agent', ''],
  ['desktop', 'no agent', null],
]

test.each(agents)('%s: %s', (device, _, agent) => {
  expect(classifyDevice(agent)).toBe(device)
})

test('an endless agent is answered at once', () => {
  const started = performance.now()
  classifyDevice(`Mozilla/5.0 (Linux; Android ${'9'.repeat(200_000)}) Mobile`)
  classifyDevice(`${'Mobile '.repeat(50_000)}Safari`)
  expect(performance.now() - started).toBeLessThan(500)
})
