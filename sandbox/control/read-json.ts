import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'
import { readText } from '../api/read-text'
import type { Env } from '../api/reply'

/** The validated JSON body of a control request. An empty body is an empty object. */
export async function readJson<T extends z.ZodType>(
  c: Context<Env>,
  schema: T,
): Promise<z.infer<T>> {
  const text = await readText(c).catch(() => refuse(413, 'the body is larger than one mebibyte'))
  return check(schema, text.trim() === '' ? {} : parseAny(text))
}

/** The validated query of a control request: a parameter that nobody knows is a mistake. */
export function readQuery<T extends z.ZodType>(c: Context<Env>, schema: T): z.infer<T> {
  return check(schema, c.req.query())
}

function check<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : refuse(400, describe(parsed.error))
}

/** One line for all mistakes: `0.fault: is not one of …; 1.times: …`. */
function describe({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ')
}

function parseAny(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse(400, 'the body is not JSON')
  }
}

/** Ends a control request with a sentence. */
export function refuse(status: 400 | 403 | 404 | 409 | 413, error: string): never {
  throw new HTTPException(status, {
    // The rest of a body that is too large is never read: its connection cannot carry another request.
    res: Response.json(
      { error },
      { status, headers: status === 413 ? { Connection: 'close' } : {} },
    ),
  })
}
