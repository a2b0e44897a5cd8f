/** What took longer than it may. It may still happen. */
export class TooSlowError extends Error {
  override name = 'TooSlowError'
}

/** The result of `work`, or a TooSlowError after `ms` milliseconds. The work itself is not stopped. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooSlowError(`not done after ${ms} ms`)), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
