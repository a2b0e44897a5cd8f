import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { readText } from '../api/read-text'
import type { Env } from '../api/reply'

/** The validated JSON body of a control request. An empty body is an empty object. */
export async function readJson<T extends z.ZodType>(
  c: Context<Env>,
  schema: T,
): Promise<z.infer<T>> {
  const text = await readText(c)
  const parsed = schema.safeParse(text.trim() === '' ? {} : parseAny(text))
  if (!parsed.success) refuse(400, z.prettifyError(parsed.error))
  return parsed.data as z.infer<T>
}

function parseAny(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse(400, 'the body is not JSON')
  }
}

/** Ends a control request with a sentence. */
export function refuse(status: 400 | 403 | 404 | 409, error: string): never {
  throw new HTTPException(status, {
    res: Response.json({ error }, { status }),
  })
}
