import { drawProduct, drawShop } from '@/app/images/share/drawing'
import { drawOnce } from '@/app/images/share/drawn'
import { findProduct } from '@/lib/catalogue/products'

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
  const png = product
    ? await drawOnce(slug, `${product.name} ${product.price}`, () => drawProduct(product))
    : await drawOnce(slug, '', drawShop)
  // A price may change, but not by the hour.
  const headers = { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' }
  return new Response(png, { headers })
}
