/** @jsxImportSource hono/jsx */
import type { Action } from './desk-actions'

type Props = { action: Action; id: string; label: string; of?: string; field?: string }

/** One press, one change: a form of its own, so that it works without a script. `of` tells apart buttons of one name. */
export function DeskButton({ action, id, label, of, field = 'id' }: Props) {
  return (
    <form method="post" action="/_sandbox/desk">
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name={field} value={id} />
      <button type="submit" {...(of && { title: of })}>
        {label}
      </button>
    </form>
  )
}
