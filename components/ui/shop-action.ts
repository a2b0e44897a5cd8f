import { useActionState } from 'react'

/**
 * Whether an action failed because no answer came: what `fetch` fails with then, and an answer that breaks
 * off. The shop may have done all the same what it was asked for.
 */
export function isUnanswered(error: unknown): boolean {
  return error instanceof TypeError
}

type Action<State> = (before: Awaited<State>, form: FormData) => Promise<State>

/**
 * useActionState for an action of the shop. Unanswered, it leads to the state that `whenUnanswered` makes
 * instead of the error page, which would take along what was typed. The server renders the action itself:
 * a form without JavaScript posts to it.
 */
export function useShopAction<State>(
  action: Action<State>,
  initial: Awaited<State>,
  whenUnanswered: (before: Awaited<State>) => State,
) {
  const ask: Action<State> = (before, form) =>
    action(before, form).catch((error: unknown) => {
      if (!isUnanswered(error)) throw error
      return whenUnanswered(before)
    })
  return useActionState(typeof window === 'undefined' ? action : ask, initial)
}
