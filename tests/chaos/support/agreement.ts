import { waitFor } from '@/tests/kit/wait-for'
import { findDisagreements } from './rules'
import type { Stage } from './stage'

/**
 * Waits until shop and Midtrans agree on every order. Why they do not, in sentences, when the time is over or
 * nobody can be asked; empty when all is well.
 */
export async function awaitAgreement(stage: Stage, timeoutMs: number): Promise<string[]> {
  let wrong: string[] = []
  await waitFor(
    'agreement',
    async () => {
      wrong = await findDisagreements(stage.sql, stage.sandboxUrl)
      return wrong.length === 0
    },
    timeoutMs,
  ).catch((error: Error) => wrong.unshift(error.message))
  return wrong
}
