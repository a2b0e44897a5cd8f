const origins = new Set<string>()

/** Notes where a process of the shop answers. */
export function noteShop(url: string): void {
  origins.add(new URL(url).origin)
}

/** Whether a process of the shop answers there. */
export function isShop(url: URL): boolean {
  return origins.has(url.origin)
}
