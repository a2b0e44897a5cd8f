import type { Config } from './config'

/**
 * The address to build action URLs from: the Host the caller used when it is on the allow-list, so that a
 * phone gets the machine's own address. Any other Host is ignored, because it could point a shopper elsewhere.
 */
export function baseUrlFor(config: Config, hostHeader: string | undefined): string {
  const fallback = `http://localhost:${config.port}`
  if (!hostHeader || !URL.canParse(`http://${hostHeader}`)) return fallback
  const { host, hostname } = new URL(`http://${hostHeader}`)
  return config.allowedHosts.has(hostname) ? `http://${host}` : fallback
}
