import 'server-only'
import { z } from 'zod'
import { locales } from './i18n/locales'
import { apiUrls } from './midtrans/hosts'
import { chooseLimits, limitVariables } from './security/limit-settings'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Whether a URL's host is this machine itself. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK.test(new URL(url).hostname)
}

/** Whether what is sent to a URL crosses a network without TLS. */
function isInClear(url = ''): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'http:' && !isLoopback(url)
}

/** What each variable is for and where its value comes from: the second half of an error sentence. */
const sources: Record<string, string> = {
  DATABASE_URL: 'The Postgres connection string; `npm run db` starts one and prints its URL.',
  APP_URL: 'The public address of this shop, such as http://localhost:3000.',
  MIDTRANS_SERVER_KEY:
    'From the Midtrans dashboard: Settings > Access Keys. The demo makes one up for the local sandbox.',
  MIDTRANS_ENV: 'One of local, sandbox, production.',
  DEFAULT_LOCALE: `One of ${locales.join(', ')}.`,
  LOG_LEVEL: 'One of debug, info, warn, error.',
  ALLOW_LOCAL_MIDTRANS: 'Set it to 1, or leave it out.',
  WORKER: 'inline runs it in the shop; off when `npm run worker` runs beside it.',
  SCHEDULE_SCALE: 'A number above 0 and up to 1. Leave it out: only tests set it.',
  TRUSTED_PROXIES:
    'How many proxies of your own stand before the shop, such as 1 for a load balancer; 0 for none.',
  MIDTRANS_API_URL: 'Leave it out to use the address that belongs to MIDTRANS_ENV.',
}

const url = z.url({ protocol: /^https?$/, error: 'is not an http or https URL', abort: true })
const required = <T extends z.ZodType<string, string>>(schema: T) =>
  z.string('is missing').min(1, 'is missing').pipe(schema)
/** `NAME=` in an .env file means: not set. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const NO_VALUE = 'is none of its values'

const environmentSchema = z
  .object({
    DATABASE_URL: required(z.string().regex(/^postgres(ql)?:\/\//, 'is not a Postgres URL')),
    DATABASE_DIRECT_URL: optional(z.string().optional()),
    APP_URL: required(
      url.regex(/^[^/]*\/\/[^/?#]+\/?$/, 'has a path; give only scheme, host and port'),
    ),
    MIDTRANS_SERVER_KEY: required(z.string().regex(/^\S+$/, 'contains a space or a line break')),
    MIDTRANS_MERCHANT_ID: optional(z.string().optional()),
    MIDTRANS_ENV: optional(z.enum(['local', 'sandbox', 'production'], NO_VALUE).default('local')),
    MIDTRANS_API_URL: optional(url.optional()),
    ALLOW_LOCAL_MIDTRANS: optional(z.enum(['1'], NO_VALUE).optional()),
    DEFAULT_LOCALE: optional(z.enum(locales, NO_VALUE).default('en')),
    LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error'], NO_VALUE).default('info')),
    WORKER: optional(z.enum(['inline', 'off'], NO_VALUE).default('inline')),
    TRUSTED_PROXIES: optional(
      z.string().regex(/^\d$/, 'is not a number from 0 to 9').default('0').transform(Number),
    ),
    ...limitVariables,
    /** Multiplies every delay of lib/orders/schedule.ts. Only tests set it. */
    SCHEDULE_SCALE: optional(
      z.coerce.number(NO_VALUE).positive(NO_VALUE).max(1, NO_VALUE).default(1),
    ),
  })
  .superRefine((value, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    const isPublic = url.safeParse(value.APP_URL).success && !isLoopback(value.APP_URL)
    const isPretend =
      value.MIDTRANS_ENV === 'local' || isLoopback(value.MIDTRANS_API_URL ?? 'https://x.invalid')
    if (isPublic && isPretend && !value.ALLOW_LOCAL_MIDTRANS) {
      refuse(
        value.MIDTRANS_ENV === 'local' ? 'MIDTRANS_ENV' : 'MIDTRANS_API_URL',
        `is local, but APP_URL is ${value.APP_URL}: a public shop must not take pretend money. ` +
          'ALLOW_LOCAL_MIDTRANS=1 allows it for a demo on your own network.',
      )
    }
    if (value.MIDTRANS_ENV !== 'local' && isInClear(value.MIDTRANS_API_URL)) {
      refuse('MIDTRANS_API_URL', 'is http: the server key would cross the network in clear.')
    }
    if (value.MIDTRANS_ENV === 'production' && isInClear(value.APP_URL)) {
      refuse('APP_URL', 'is http: orders and contacts would cross the network in clear.')
    }
    if (value.MIDTRANS_ENV === 'production' && value.MIDTRANS_SERVER_KEY.startsWith('SB-')) {
      refuse(
        'MIDTRANS_SERVER_KEY',
        'begins with SB-, a sandbox key, but MIDTRANS_ENV is production.',
      )
    }
  })
  .transform(({ MIDTRANS_API_URL, ...value }) => ({
    ...value,
    ...chooseLimits(value, value.MIDTRANS_ENV === 'local'),
    APP_URL: new URL(value.APP_URL).origin,
    MIDTRANS_API_URL: MIDTRANS_API_URL ?? apiUrls[value.MIDTRANS_ENV],
  }))

export type Environment = z.infer<typeof environmentSchema>

/** The configuration is not usable. The message has one sentence for each variable. */
export class EnvironmentError extends Error {}

/** Checks a set of variables. Throws an EnvironmentError that names what is wrong with each. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const parsed = environmentSchema.safeParse(variables)
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0])
    return `${name} ${issue.message}${/[.]$/.test(issue.message) ? '' : '.'} ${sources[name] ?? ''}`.trim()
  })
  throw new EnvironmentError([...new Set(sentences)].join('\n'))
}

let parsed: Environment | undefined

/** The environment of this process, read once. Throws an EnvironmentError when it is not usable. */
export function env(): Environment {
  parsed ??= parseEnvironment(process.env)
  return parsed
}
