import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { FormField } from '@/components/checkout/place-order-state'

/** One sentence for each field that is wrong: the first thing that is wrong with it. */
export async function explainFields(
  error: z.ZodError<Record<FormField, unknown>>,
): Promise<Partial<Record<FormField, string>>> {
  const t = await getTranslations('checkout.fieldErrors')
  const sentences: Partial<Record<FormField, string>> = {}
  for (const { path, code } of error.issues) {
    const field = path[0] as FormField
    sentences[field] ??= t(`${field}.${kindOf(code)}`)
  }
  return sentences
}

function kindOf(code: z.core.$ZodIssue['code']): 'missing' | 'tooLong' | 'invalid' {
  if (code === 'invalid_type' || code === 'too_small') return 'missing'
  return code === 'too_big' ? 'tooLong' : 'invalid'
}
