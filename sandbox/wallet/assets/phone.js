const parser = new DOMParser()

/** The page that an answer holds. */
export async function readPage(response) {
  return parser.parseFromString(await response.text(), 'text/html')
}

/** The phone on the desk goes from screen to screen by itself, so that nothing on the right is lost. */
export function stepInPlace() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="/_sandbox?id="], #phone a[href^="/_sandbox"]')
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    step(link.href)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !form.closest('#phone')) return
    event.preventDefault()
    const fields = new URLSearchParams(new FormData(form, event.submitter))
    if (form.method === 'post') step(form.action, { method: 'POST', body: fields })
    else step(`${form.action}?${fields}`)
  })
  addEventListener('popstate', () => step(location.href, {}, false))
}

async function step(address, request = {}, isNew = true) {
  try {
    const response = await fetch(address, request)
    const page = await readPage(response)
    const phone = page.getElementById('phone')
    document.getElementById('phone').replaceWith(phone)
    if (isNew) history.pushState(null, '', response.url)
    const first = phone.querySelector('[autofocus]') ?? phone.querySelector('h2')
    if (!first.matches('input, textarea')) first.tabIndex = -1
    first.focus()
    document.dispatchEvent(new Event('phone-step'))
  } catch {
    location.assign(location.href)
  }
}
