import { type BrowserContextOptions, devices, type PlaywrightTestOptions } from 'playwright/test'

/** What Safari on an iPad says when it asks for desktop pages, as it does unless told otherwise. */
export const IPAD_AS_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'

export const INSTAGRAM =
  'Mozilla/5.0 (Linux; Android 14; SM-A546E; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/143.0.0.0 Mobile Safari/537.36 Instagram 380.0.0.0 Android'

/** The browsers that people come with. All of them are Chromium underneath. */
export const deviceClasses = {
  computer: devices['Desktop Chrome'],
  tablet: devices['iPad (gen 11)'],
  'ipad-as-mac': { ...devices['iPad (gen 11)'], userAgent: IPAD_AS_MAC },
  android: devices['Pixel 7'],
  iphone: devices['iPhone 15'],
  'in-app': { ...devices['Pixel 7'], userAgent: INSTAGRAM },
  unknown: { ...devices['Desktop Chrome'], userAgent: 'Refrigerator/2.0' },
  'without-javascript': { ...devices['Desktop Chrome'], javaScriptEnabled: false },
} satisfies Record<string, BrowserContextOptions>

export type DeviceClass = keyof typeof deviceClasses

/** Those whose browser hands GoPay over to the app by itself; the others show a code. */
export const walletClasses: readonly string[] = ['android', 'iphone'] satisfies DeviceClass[]

/** In which language and by which light a page is seen. */
export const looks: Pick<PlaywrightTestOptions, 'locale' | 'colorScheme'>[] = [
  { locale: 'en-GB', colorScheme: 'light' },
  { locale: 'id-ID', colorScheme: 'dark' },
  { locale: 'id-ID', colorScheme: 'light' },
  { locale: 'en-GB', colorScheme: 'dark' },
]

/** Marks what a phone's system decides. */
export const BY_SYSTEM = '@by-system'

/** Marks each class of device in one of the looks. */
export const ONE_LOOK = '@one-look'
