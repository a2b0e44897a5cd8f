/** A point at which a process can be stopped from outside: a message that it sends, or one that it waits for. */
export type Boundary = {
  /** `before`: sent, but not passed on. `after`: done over there, but the answer is not delivered. */
  side: 'before' | 'after'
  /** Such as `UPDATE product` or `POST /v2/charge`. */
  what: string
  /** The text of the statement, or the body of the request. */
  text: string
  /** The path of a request. */
  path?: string
  /** The HTTP status of an answer. */
  status?: number
}

/**
 * What becomes of a message. `hold` keeps it until whoever waits for it is gone. `half` delivers half
 * of an answer and cuts; a number answers with that HTTP status instead: both for HTTP only.
 */
export type Decision = 'pass' | 'cut' | 'hold' | 'half' | number

export type Gate = (boundary: Boundary) => Decision | Promise<Decision>

export const letPass: Gate = () => 'pass'
