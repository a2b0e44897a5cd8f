import { startCamera } from './camera.js'
import { readQr } from './read-qr.js'

/** Reads codes from pictures that are chosen, pasted or dropped, and from the camera once it is asked for. */
export function scanPictures() {
  const show = () => {
    const found = finder()
    if (!found?.hidden) return
    found.hidden = false
    // Browsers hide the camera from pages that came over plain http from another machine.
    found.querySelector('#camera').hidden = !navigator.mediaDevices?.getUserMedia
  }
  show()
  document.addEventListener('phone-step', show)

  document.addEventListener('change', ({ target }) => {
    if (target.id === 'picture' && target.files[0]) readFile(target.files[0])
  })
  document.addEventListener('click', ({ target }) => {
    if (target.id === 'camera') startCamera(finder(), submitCode)
  })
  document.addEventListener('paste', (event) => take(event, event.clipboardData))
  document.addEventListener('drop', (event) => {
    finder()?.classList.remove('dropping')
    take(event, event.dataTransfer)
  })
  document.addEventListener('dragover', (event) => {
    if (isTyping(event)) return
    event.preventDefault()
    finder()?.classList.add('dropping')
  })
  document.addEventListener('dragleave', () => finder()?.classList.remove('dropping'))
}

const finder = () => document.getElementById('viewfinder')
const isTyping = ({ target }) => target.closest('input, textarea') !== null

/** A picture is always for the phone; a text is unless it is meant for a field. */
function take(event, data) {
  const file = data.files[0]
  const text = data.getData('text/plain').trim()
  if (!file && (isTyping(event) || !text)) return
  event.preventDefault()
  if (!finder()) return
  if (file) readFile(file)
  else submitCode(text)
}

async function readFile(file) {
  const { notAPicture, noCode } = finder().dataset
  try {
    const text = await readQr(file)
    if (text) submitCode(text)
    else tell(noCode)
  } catch {
    tell(notAPicture)
  }
}

/** As if a person had put the text into the field and pressed the button. */
function submitCode(text) {
  const field = document.getElementById('qr')
  if (!field) return
  field.value = text.slice(0, 2000)
  field.form.requestSubmit()
}

function tell(text) {
  const news = document.getElementById('scan-news')
  if (news) news.textContent = text
}
