import type { Browser, Page } from 'playwright'

/** A browser's own means to write WebP and to look at single pixels. */
export type Darkroom = {
  /** The picture as WebP, which needs a third of PNG's room. */
  develop(png: Buffer): Promise<Buffer>
  /** How many pixels differ, and a picture that has them in red; all of them when the sizes differ. */
  compare(before: Buffer, after: Buffer): Promise<{ pixels: number; picture: Buffer }>
  close(): Promise<void>
}

const QUALITY = 0.6
/** Of 255 in each colour. What is below comes from writing WebP, not from the page. */
const TOLERANCE = 24

const toUrl = (type: string, picture: Buffer): string =>
  `data:image/${type};base64,${picture.toString('base64')}`

const fromUrl = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')

async function draw(page: Page, before: string, after: string) {
  return page.evaluate(
    async ([first, second, tolerance, quality]) => {
      async function read(url: string) {
        const image = new Image()
        image.src = url
        await image.decode()
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
        context.drawImage(image, 0, 0)
        return context.getImageData(0, 0, image.width, image.height)
      }
      const [old, now] = [await read(first), await read(second)]
      const sameSize = old.width === now.width && old.height === now.height
      let pixels = 0
      for (let at = 0; at < now.data.length; at += 4) {
        const distance = (channel: number) =>
          Math.abs((old.data[at + channel] ?? 0) - (now.data[at + channel] ?? 0))
        const differs = !sameSize || Math.max(distance(0), distance(1), distance(2)) > tolerance
        if (differs) pixels++
        // What is the same is left pale, so that what differs is seen.
        const grey = 200 + ((now.data[at] ?? 0) + (now.data[at + 1] ?? 0)) / 10
        now.data.set(differs ? [200, 20, 20, 255] : [grey, grey, grey, 255], at)
      }
      const canvas = document.createElement('canvas')
      canvas.width = now.width
      canvas.height = now.height
      canvas.getContext('2d')?.putImageData(now, 0, 0)
      return { pixels, url: canvas.toDataURL('image/webp', quality) }
    },
    [before, after, TOLERANCE, QUALITY] as const,
  )
}

export async function openDarkroom(browser: Browser): Promise<Darkroom> {
  const page = await browser.newPage()
  // tsx calls this around every function inside another, also in those that are sent to the page.
  await page.evaluate('globalThis.__name = (value) => value')
  return {
    async develop(png) {
      const url = await page.evaluate(
        async ([source, quality]) => {
          const image = new Image()
          image.src = source
          await image.decode()
          const canvas = document.createElement('canvas')
          canvas.width = image.width
          canvas.height = image.height
          canvas.getContext('2d')?.drawImage(image, 0, 0)
          return canvas.toDataURL('image/webp', quality)
        },
        [toUrl('png', png), QUALITY] as const,
      )
      return fromUrl(url)
    },
    async compare(before, after) {
      const { pixels, url } = await draw(page, toUrl('webp', before), toUrl('webp', after))
      return { pixels, picture: fromUrl(url) }
    },
    close: () => page.close(),
  }
}
