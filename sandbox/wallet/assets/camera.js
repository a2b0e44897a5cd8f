import { readQr } from './read-qr.js'

const BETWEEN_LOOKS_MS = 150

/**
 * Shows what the camera sees until there is a code in it, someone stops it, or the phone goes on to another
 * screen; then the camera is off.
 */
export async function startCamera(finder, found) {
  const button = finder.querySelector('#camera')
  const video = finder.querySelector('video')
  const news = finder.querySelector('#scan-news')
  const { hint, looking, useCamera, stopCamera, cameraRefused, noCamera } = finder.dataset
  if (video.srcObject) return stop(hint)

  let stream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  } catch (error) {
    news.textContent = error.name === 'NotAllowedError' ? cameraRefused : noCamera
    return
  }
  video.srcObject = stream
  video.hidden = false
  button.textContent = stopCamera
  news.textContent = looking
  await video.play().catch(() => {})

  while (video.srcObject === stream && finder.isConnected) {
    const text = video.videoWidth > 0 ? await readQr(video).catch(() => undefined) : undefined
    if (text && video.srcObject === stream) {
      stop(hint)
      found(text)
      return
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS))
  }
  for (const track of stream.getTracks()) track.stop()

  function stop(text) {
    for (const track of video.srcObject.getTracks()) track.stop()
    video.srcObject = null
    video.hidden = true
    button.textContent = useCamera
    news.textContent = text
  }
}
