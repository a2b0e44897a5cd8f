import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

// It names the shop's own address, which a build does not know.
export const dynamic = 'force-dynamic'

/**
 * The pages of one shopper are not named here: they say `noindex`, and a crawler that may not fetch them would never
 * read that, and could list an order's address that it found elsewhere (Google Search Central, Block search
 * indexing with noindex). It would also be a list of where orders are.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: '/api/' },
    sitemap: `${env().APP_URL}/sitemap.xml`,
  }
}
