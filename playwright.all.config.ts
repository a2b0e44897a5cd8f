import { defineConfig } from 'playwright/test'
import config, { iphone, journeys } from './playwright.config'
import { BY_SYSTEM } from './tests/kit/device-classes'

/**
 * What `npm test` leaves out: the purchase on every class of device, in every language and theme, with axe on
 * each page, and on an iPhone what an Android phone has shown.
 */
export default defineConfig({
  ...config,
  projects: [
    { ...journeys, metadata: { axe: true } },
    { ...iphone, grepInvert: new RegExp(BY_SYSTEM) },
  ],
})
