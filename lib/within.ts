/** What took longer than it may. It may still happen. */
export class TooSlowError extends Error {
  override name = 'TooSlowError'
}

/** The result of `work`, or a TooSlowError after `ms` milliseconds. The work itself is not stopped. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlowError(`not done after ${ms} ms`)), ms)
  })
  return Promise.race([work, tooSlow]).finally(() => clearTimeout(timer))
}
