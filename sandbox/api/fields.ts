import { z } from 'zod'

// Messages that were recorded from the API are used as they are; the others follow their form.

export const text = (name: string, max: number) =>
  z.string(`${name} is invalid`).max(max, `${name} too long`).nullish()

/** Digits in quotes are taken as a number: the vendor's own Java samples send them. */
export const digits = (value: unknown) =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value

export const whole = (name: string) =>
  z
    .number({
      error: ({ input }) => (input == null ? `${name} is required` : `${name} is not a number`),
    })
    .int(`${name} must be a whole number of rupiah`)

export const requiredText = (name: string, tooLong: string, max: number) =>
  z
    .string({
      error: ({ input }) => (input == null ? `${name} is required` : `${name} is invalid`),
    })
    .min(1, `${name} is required`)
    .max(max, tooLong)

/** Numeric ids are accepted and come back as text (recorded 2019). */
export const idText = (value: unknown) => (typeof value === 'number' ? String(value) : value)

/** An old vendor sample sends the text "true". */
export const flag = (name: string) =>
  z
    .preprocess(
      (value) => (value === 'true' || value === 'false' ? value === 'true' : value),
      z.boolean(`${name} is invalid`).nullish(),
    )
    .optional()
