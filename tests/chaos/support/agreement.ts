import { setTimeout } from 'node:timers/promises'
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
      const started = Date.now()
      wrong = await findDisagreements(stage.sql, stage.sandboxUrl)
      // As long as the comparison took, the shop has the machine to itself.
      if (wrong.length > 0) await setTimeout(Date.now() - started)
      return wrong.length === 0
    },
    timeoutMs,
  ).catch((error: Error) => wrong.unshift(error.message))
  return wrong
}
