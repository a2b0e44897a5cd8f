import 'server-only'
import { env } from '@/lib/env'
import { gatewaySources } from '@/lib/gateway'

/**
 * The policy of one page. Scripts run by this page's nonce alone. Images come from us and from the
 * configured gateway. `form-action` names the wallet's addresses as well, because Chromium applies it
 * to every redirect that follows a form: without them a checkout without JavaScript would be stopped
 * on its way to the wallet.
 */
export function contentSecurityPolicy(nonce: string): string {
  const { images, deeplinks } = gatewaySources()
  const isDevelopment = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    // React's error overlay in development evaluates code and styles itself.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `img-src 'self' ${images.join(' ')}`,
    "connect-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action 'self' ${deeplinks.join(' ')}`,
    ...(env().APP_URL.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
