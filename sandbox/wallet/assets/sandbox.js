// Keeps /_sandbox up to date. Everything on the page works without this script.

let tag = null

/** Puts what has changed in place, leaving open details open and half-filled forms alone. */
function refresh(page) {
  for (const fresh of page.querySelectorAll('[data-live]')) {
    const shown = document.querySelector(`[data-live="${fresh.dataset.live}"]`)
    if (!shown || shown.contains(document.activeElement?.closest('input, select, textarea')))
      continue
    for (const details of shown.querySelectorAll('details[open]')) {
      const same = fresh.querySelector(`#${CSS.escape(details.id)}`)
      if (same) same.open = true
    }
    const focused =
      shown.contains(document.activeElement) && document.activeElement.closest('[id]')?.id
    shown.replaceWith(fresh)
    if (focused) document.getElementById(focused)?.querySelector('summary')?.focus()
  }
}

async function look() {
  if (document.hidden || !document.querySelector('.desk')) return
  try {
    const response = await fetch(location.href, { headers: tag ? { 'If-None-Match': tag } : {} })
    if (response.status !== 200) return
    tag = response.headers.get('ETag')
    refresh(new DOMParser().parseFromString(await response.text(), 'text/html'))
  } catch {
    // The sandbox is away for a moment: look again with the next tick.
  }
}

/** Buttons on the right act without moving the page. */
document.addEventListener('submit', async (event) => {
  const form = event.target
  if (form.getAttribute('action') !== '/_sandbox/desk') return
  event.preventDefault()
  const response = await fetch('/_sandbox/desk', {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    redirect: 'manual',
  })
  if (response.type === 'opaqueredirect' || response.ok) await look()
  if (form.classList.contains('fault-form')) form.reset()
})

if (document.querySelector('.desk')) setInterval(look, 1000)
