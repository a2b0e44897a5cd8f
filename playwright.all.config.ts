import { defineConfig } from 'playwright/test'
import { deviceClasses } from '@/tests/kit/device-classes'
import config, { journey, looks } from './playwright.config'

/** The purchase on every class of device, in every language and theme. */
export default defineConfig({
  ...config,
  projects: Object.entries(deviceClasses).flatMap((entry) =>
    looks.map((look) => journey(entry, look, { axe: true })),
  ),
})
