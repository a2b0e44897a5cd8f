/** What can become of a press of a button, and whether it is what was wanted. */
export const deeds = {
  checked: true,
  changed: true,
  moment_ago: false,
  no_answer: false,
  cancelled: true,
  already_paid: false,
  already_over: false,
  refunded: true,
  bad_amount: false,
  not_paid: false,
  nothing_left: false,
  more_than_left: false,
  asked_before: false,
  refused: false,
  replay_known: true,
  replay_applied: true,
  replay_out_of_date: false,
  replay_doubtful: false,
  replay_marked: false,
  no_notification: false,
} as const

export type Deed = keyof typeof deeds

/** Narrows what an address says. */
export function isDeed(text: unknown): text is Deed {
  return typeof text === 'string' && Object.hasOwn(deeds, text)
}
