// Makes the pages livelier. Everything on them but the camera, paste and drop works without these scripts.
import { keepDeskLive } from './desk.js'
import { showKeypads } from './keypad.js'
import { stepInPlace } from './phone.js'
import { scanPictures } from './scan.js'

const sent = new WeakSet()

/** A double click pays once. */
document.addEventListener('submit', (event) => {
  if (event.target.method !== 'post' || !event.target.closest('#phone')) return
  if (sent.has(event.target)) event.preventDefault()
  sent.add(event.target)
  setTimeout(() => sent.delete(event.target), 1000)
})

const desk = document.querySelector('.desk')
showKeypads()
scanPictures()
if (desk) {
  stepInPlace()
  keepDeskLive(desk)
}
