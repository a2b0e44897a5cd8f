import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

// It names the shop's own address, which a build does not know.
export const dynamic = 'force-dynamic'

/** What belongs to one shopper is nobody else's to find; those pages say `noindex` as well. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/cart', '/checkout', '/orders', '/api/'] },
    sitemap: `${env().APP_URL}/sitemap.xml`,
  }
}
