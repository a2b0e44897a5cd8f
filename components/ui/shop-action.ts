import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { useActionState, useState, useTransition } from 'react'

/**
 * Why an action has said nothing. Unanswered: what `fetch` fails with, and an answer that breaks off; the shop may
 * have done all the same what it was asked for. Out of date: the page is of another build than the shop, which has
 * done nothing.
 */
export type Trouble = 'unanswered' | 'outOfDate'

/** Which trouble an action has failed with. What is none is thrown on: a redirect, or the error page. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TypeError) return 'unanswered'
  if (unstable_isUnrecognizedActionError(error)) return 'outOfDate'
  throw error
}

type Action<State> = (before: Awaited<State>, form: FormData) => Promise<State>

/**
 * useActionState for an action of the shop. In trouble it leads to the state that `inTrouble` makes instead of the
 * error page, which would take along what was typed. The server renders the action itself: a form without
 * JavaScript posts to it.
 */
export function useShopAction<State>(
  action: Action<State>,
  initial: Awaited<State>,
  inTrouble: (trouble: Trouble, before: Awaited<State>) => State,
) {
  const ask: Action<State> = (before, form) =>
    action(before, form).catch((error: unknown) => inTrouble(troubleOf(error), before))
  return useActionState(typeof window === 'undefined' ? action : ask, initial)
}

/**
 * Sends a form whose action says nothing, but leads to another page or changes this one; and the trouble with what
 * was sent last, which `judge` makes of what the action failed with.
 */
export function useSending(
  action: (form: FormData) => Promise<void>,
  judge: (error: unknown) => Trouble,
): [Trouble | undefined, (form: FormData) => void] {
  const [trouble, setTrouble] = useState<Trouble>()
  const [, startSending] = useTransition()
  const send = (form: FormData) => {
    setTrouble(undefined)
    startSending(async () => {
      try {
        await action(form)
      } catch (error) {
        setTrouble(judge(error))
      }
    })
  }
  return [trouble, send]
}
