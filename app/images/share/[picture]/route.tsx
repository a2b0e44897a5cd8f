import { ImageResponse } from 'next/og'
import { drawProduct, drawShop, loadFonts } from '@/app/images/share/drawing'
import { findProduct } from '@/lib/catalogue/products'

/** The size that chat apps and social networks ask for (ogp.me). */
const SIZE = { width: 1200, height: 630 }
const SUFFIX = '.png'

/**
 * What a link to the shop, or to one of its products, shows in a chat. It has names and prices alone, so
 * that one picture does for every language.
 */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ picture: string }> },
): Promise<Response> {
  const { picture } = await params
  const slug = picture.endsWith(SUFFIX) ? picture.slice(0, -SUFFIX.length) : ''
  const product = slug === 'shop' ? undefined : await findProduct(slug)
  if (product === null) return new Response(null, { status: 404 })
  const drawing = product ? await drawProduct(product) : await drawShop()
  return new ImageResponse(drawing, {
    ...SIZE,
    fonts: await loadFonts(),
    // A price may change, but not by the hour.
    headers: { 'Cache-Control': 'public, max-age=86400' },
  })
}
