/**
 * A page that opens because the shopper pressed something takes the focus to its heading. One that
 * changes by itself does so only where it takes away what had the focus. What was pressed or read and the
 * heading are on different pages, so this module remembers in between.
 */
let awaited = false

/** The shopper has pressed something that leads to another page. */
export function awaitArrival(): void {
  awaited = true
}

/** The page is about to change by itself: whoever has the focus in it is brought along. */
export function bringFocusAlong(): void {
  awaited = document.getElementById('content')?.contains(document.activeElement) ?? false
}

/** Whether this is that page; and then it has been reached. */
export function arrive(): boolean {
  const arrived = awaited
  awaited = false
  return arrived
}
