import { limitVariables } from '@/lib/security/limit-settings'

/** For tests in which one address does what only a crowd does. */
export const NO_LIMITS: Record<string, string> = Object.fromEntries(
  Object.keys(limitVariables).map((name) => [name, '100000000']),
)
