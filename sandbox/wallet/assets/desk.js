import { readPage } from './phone.js'

const EVERY_MS = 1000
const BUTTONS = '/_sandbox/desk'

/** Keeps the right side as the sandbox has it, and lets its buttons act without moving the page. */
export function keepDeskLive(desk) {
  let tag = null
  let looking = false

  async function look() {
    if (document.hidden || looking) return
    looking = true
    try {
      const headers = tag ? { 'If-None-Match': tag } : {}
      const response = await fetch(desk.dataset.source, { headers })
      if (response.status === 200) {
        tag = response.headers.get('ETag')
        refresh(await readPage(response))
      }
    } catch {
      // The sandbox is away for a moment: look again with the next tick.
    } finally {
      looking = false
    }
  }

  document.addEventListener('submit', async (event) => {
    const form = event.target
    // Not `form.action`: these forms have a field of that name.
    if (event.defaultPrevented || form.getAttribute('action') !== BUTTONS) return
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form, event.submitter))
    const page = await fetch(BUTTONS, { method: 'POST', body }).then(readPage, () => null)
    tell(page?.getElementById('news')?.textContent ?? '')
    await look()
  })

  document.addEventListener('visibilitychange', look)
  setInterval(look, EVERY_MS)
}

/** Says what a press has done. A new paragraph, so that saying the same again is heard and seen again. */
function tell(text) {
  const old = document.getElementById('news')
  const fresh = old.cloneNode()
  old.replaceWith(fresh)
  setTimeout(() => {
    fresh.textContent = text
  })
}

/** Puts in place what has changed. What is being read, focused or filled in stays as it is. */
function refresh(page) {
  document.getElementById('phone-time').textContent = page.getElementById('phone-time').textContent
  for (const fresh of page.querySelectorAll('[data-live]')) {
    const shown = document.querySelector(`[data-live="${fresh.dataset.live}"]`)
    if (shown) refreshRows(shown, [...fresh.children])
  }
}

function refreshRows(shown, fresh) {
  const old = new Map([...shown.children].map((row) => [row.id || row.outerHTML, row]))
  const wasEmpty = ![...old.values()].some((row) => row.matches('.row'))
  const rows = fresh.map((row) => {
    const same = old.get(row.id || row.outerHTML)
    if (same) return refreshRow(same, row)
    if (!wasEmpty) row.classList.add('new')
    return row
  })
  for (const row of old.values()) if (!rows.includes(row)) row.remove()
  for (const [index, row] of rows.entries()) {
    if (shown.children[index] !== row) shown.insertBefore(row, shown.children[index] ?? null)
  }
}

/** The row itself and its summary stay, and with them whether it is open and has the focus. */
function refreshRow(row, fresh) {
  if (row.innerHTML === fresh.innerHTML) return row
  const hadFocus = row.contains(document.activeElement)
  const summary = row.querySelector('summary')
  if (summary) {
    summary.replaceChildren(...fresh.querySelector('summary').childNodes)
    row.replaceChildren(summary, ...[...fresh.children].slice(1))
  } else row.replaceChildren(...fresh.childNodes)
  if (hadFocus) summary?.focus()
  return row
}
