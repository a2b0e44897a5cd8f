/**
 * What folders that proxy.ts leaves alone say of addresses they do not have. Without it Next would show the
 * not-found page there, which has no policy of its own without the proxy, and takes actions from anybody.
 */
export function nothingHere(): Response {
  return new Response('not found\n', { status: 404, headers: { 'Cache-Control': 'no-store' } })
}
