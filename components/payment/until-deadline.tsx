'use client'

import type { ReactNode } from 'react'
import { type Deadline, useTimeLeft } from './use-time-left'

type UntilDeadlineProps = {
  deadline: Deadline
  children: ReactNode
  /** What stands in its place afterwards. */
  after?: ReactNode
}

/** Takes away what may only be used while an order can be paid, at the second, also offline. */
export function UntilDeadline({ deadline, children, after }: UntilDeadlineProps) {
  return useTimeLeft(deadline) > 0 ? children : after
}
