import { expect, type Page } from 'playwright/test'
import { test } from '@/tests/kit/playwright'
import { chargeAt, readPicture, statusOf } from './sandbox-charges'

/** Hands the page a file as a drop or a paste does. */
async function give(page: Page, how: 'drop' | 'paste', base64: string, type = 'image/png') {
  await page.evaluate(
    ([how, base64, type]) => {
      const bytes = Uint8Array.from(atob(base64 ?? ''), (letter) => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], 'code', { type: type ?? '' }))
      const event =
        how === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.body.dispatchEvent(event)
    },
    [how, base64, type],
  )
}

test('a picture of a code that is dropped on the page comes up for confirmation, and is not yet paid', async ({
  page,
  sandbox,
}) => {
  const charged = await chargeAt(sandbox)
  await page.goto(`${sandbox.url}/_sandbox`)
  await give(page, 'drop', await readPicture(charged))
  const phone = page.getByRole('region', { name: 'Phone' })
  await expect(phone.getByRole('heading', { name: 'Confirm payment' })).toBeFocused()
  await expect(phone).toContainText(charged.orderId)
  await expect(phone).toContainText('Rp 44.000')
  expect(await statusOf(sandbox, charged)).toBe('pending')
})

test('a picture of a code can be pasted into the QRIS simulator and paid there without a PIN', async ({
  page,
  sandbox,
}) => {
  const charged = await chargeAt(sandbox, { payment_type: 'qris' })
  await page.goto(`${sandbox.url}/v2/qris/index`)
  await give(page, 'paste', await readPicture(charged))
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Paid')
  expect(await statusOf(sandbox, charged)).toBe('settlement')
})

test("the text of a code can be pasted anywhere on the page, and a picture's address as well", async ({
  page,
  sandbox,
}) => {
  const charged = await chargeAt(sandbox)
  const [{ qr_string } = { qr_string: '' }] = await sandbox.transactions(charged.orderId)
  for (const text of [qr_string, charged.qrUrl]) {
    await page.goto(`${sandbox.url}/_sandbox`)
    await page.evaluate((pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, text)
    await expect(page.getByRole('region', { name: 'Phone' })).toContainText(charged.orderId)
  }
})

test('a picture that is chosen is read; one without a code and a file that is no picture are said to be so', async ({
  page,
  sandbox,
}) => {
  const charged = await chargeAt(sandbox)
  await page.goto(`${sandbox.url}/_sandbox`)
  const blank = await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 60 } })
  await give(page, 'drop', blank.toString('base64'))
  await expect(page.getByRole('status')).toHaveText('There is no QR code in that picture.')
  await give(page, 'drop', Buffer.from('a letter').toString('base64'), 'text/plain')
  await expect(page.getByRole('status')).toHaveText('That is not a picture.')
  await page.getByLabel('Choose picture').setInputFiles({
    name: 'code.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await readPicture(charged), 'base64'),
  })
  await expect(page.getByRole('region', { name: 'Phone' })).toContainText(charged.orderId)
})

test('the camera is off until it is asked for, reads a code, and is off again', async ({
  page,
  sandbox,
}) => {
  const charged = await chargeAt(sandbox)
  await page.addInitScript(
    (base64) => {
      const streams: MediaStream[] = []
      navigator.mediaDevices.getUserMedia = async () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 640 })
        const picture = new Image()
        picture.src = `data:image/png;base64,${base64}`
        await picture.decode()
        const draw = () => canvas.getContext('2d')?.drawImage(picture, 80, 80, 480, 480)
        const stream = canvas.captureStream(20)
        setInterval(draw, 50)
        streams.push(stream)
        return stream
      }
      Object.assign(window, { streams })
    },
    await readPicture(charged),
  )
  const cameras = () =>
    page.evaluate(() =>
      (window as unknown as { streams: MediaStream[] }).streams.map(({ active }) => active),
    )
  await page.goto(`${sandbox.url}/_sandbox`)
  expect(await cameras()).toEqual([])
  await page.getByRole('button', { name: 'Use camera' }).click()
  await expect(page.getByRole('region', { name: 'Phone' })).toContainText(charged.orderId)
  await expect.poll(cameras).toEqual([false])
})

test('a camera that may not be used is said to be so', async ({ page, sandbox }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await page.goto(`${sandbox.url}/_sandbox`)
  await page.getByRole('button', { name: 'Use camera' }).click()
  await expect(page.getByRole('status')).toContainText('may not use the camera')
})
