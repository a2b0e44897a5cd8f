/** Shows the PIN's keypad wherever a PIN is asked for, now or later. It types into the field beside it. */
export function showKeypads() {
  document.addEventListener('click', (event) => {
    const key = event.target.closest('#keypad button')
    if (!key) return
    const pin = document.getElementById('pin')
    if ('erase' in key.dataset) pin.value = pin.value.slice(0, -1)
    else pin.value = (pin.value + key.dataset.digit).slice(0, 6)
  })
  document.addEventListener('input', ({ target }) => {
    if (target.id === 'pin') target.value = target.value.replace(/\D/g, '')
  })
  const show = () => {
    const keypad = document.getElementById('keypad')
    if (!keypad?.hidden) return
    keypad.hidden = false
    // The phone's own keyboard would cover this one.
    document.getElementById('pin').inputMode = 'none'
  }
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true })
  show()
}
