/**
 * A page that opens because the shopper pressed something takes the focus to its heading; one that
 * changes by itself leaves the focus alone. The form that was pressed and the heading are on different
 * pages, so this module remembers in between.
 */
let awaited = false

/** The shopper has pressed something that leads to another page. */
export function awaitArrival(): void {
  awaited = true
}

/** Whether this is that page; and then it has been reached. */
export function arrive(): boolean {
  const arrived = awaited
  awaited = false
  return arrived
}
