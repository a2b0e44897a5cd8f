import 'server-only'
import type { z } from 'zod'
import { inEachLanguage } from '@/app/i18n/in-each-language'
import type { FormField } from '@/components/checkout/place-order-state'
import type { Said } from '@/lib/i18n/said'

/** One sentence for each field that is wrong: the first thing that is wrong with it. */
export async function explainFields(
  error: z.ZodError<Record<FormField, unknown>>,
): Promise<Partial<Record<FormField, Said>>> {
  const say = await inEachLanguage('checkout.fieldErrors')
  const sentences: Partial<Record<FormField, Said>> = {}
  for (const { path, code } of error.issues) {
    const field = path[0] as FormField
    sentences[field] ??= say((t) => t(`${field}.${kindOf(code)}`))
  }
  return sentences
}

function kindOf(code: z.core.$ZodIssue['code']): 'missing' | 'tooLong' | 'invalid' {
  if (code === 'invalid_type' || code === 'too_small') return 'missing'
  return code === 'too_big' ? 'tooLong' : 'invalid'
}
