import { defineConfig } from 'playwright/test'
import config, { journeys } from './playwright.config'

/** The purchase on every class of device, in every language and theme, with axe on each page. */
export default defineConfig({
  ...config,
  projects: [{ ...journeys, metadata: { axe: true } }],
})
