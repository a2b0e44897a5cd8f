/** Far deeper than any form of ours. */
const DEPTH = 12

/** What React writes for a form, for undefined, and for a text that begins with a dollar sign. */
const HARMLESS = /^\$(?:K[0-9a-f]+$|undefined$|\$)/

/** The same of a form that the page itself holds, whose arguments are always its part 1. */
const HARMLESS_IN_PAGE = /^\$(?:@1$|K[0-9a-f]+$|undefined$|\$)/

/** The parts of a form that React reads as its own format: numbered by its script, named by its page. */
const WRITTEN_BY_SCRIPT = /^\d+$/
const WRITTEN_BY_PAGE = /^\$ACTION_\d+:\d+$/

/**
 * Whether a body is one that React has made for an action of ours: a form, with nothing nested deeply and
 * nothing that refers to what is not there. Next answers the rest with 500, after having worked on it.
 */
export async function isActionBody(request: Request): Promise<boolean> {
  const isSentByScript = request.headers.has('next-action')
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data'))
    return !isSentByScript
  const form = await request.formData().catch(() => undefined)
  if (!form) return false
  // The arguments are part 0; what they do not have is not waited for.
  if (isSentByScript && !form.has('0')) return false
  return [...form].every(([name, value]) => {
    if (WRITTEN_BY_SCRIPT.test(name)) return isPlain(value, HARMLESS) && isList(value)
    if (!WRITTEN_BY_PAGE.test(name)) return true
    const hasArguments = form.has(name.replace(/\d+$/, '1'))
    return hasArguments && isPlain(value, HARMLESS_IN_PAGE)
  })
}

function isPlain(part: FormDataEntryValue, texts: RegExp): boolean {
  if (typeof part !== 'string') return false
  try {
    return isShallow(JSON.parse(part), texts, DEPTH)
  } catch {
    return false
  }
}

/** Arguments are a list. */
function isList(part: FormDataEntryValue): boolean {
  return String(part).trimStart().startsWith('[')
}

function isShallow(value: unknown, texts: RegExp, depth: number): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || texts.test(value)
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((each) => isShallow(each, texts, depth - 1))
}
