import { type Check, describe, type Finding, ill, well } from './doctor/check'
import { checkDatabase } from './doctor/database'
import { checkBrowser, checkNode, checkPort } from './doctor/machine'
import { checkClock, checkKey, checkNotificationUrl } from './doctor/midtrans'
import { readSettings, type Settings } from './doctor/settings'
import { loadDotEnv } from './dot-env'

/** In the order in which to mend them. */
function listChecks({ plan, env, wrong }: Settings): Check[] {
  const needsEnv = (look: (known: NonNullable<typeof env>) => Promise<Finding>) => async () =>
    env ? look(env) : ill('not looked at', 'Mend the settings first.')
  const sandboxPort = plan.sandboxPort
  return [
    { name: 'Node', look: async () => checkNode(process.versions.node) },
    {
      name: 'settings',
      look: async () =>
        wrong.length > 0
          ? ill('some are not usable', wrong.join('\n    '))
          : well(`MIDTRANS_ENV ${plan.midtransEnv}, and the key may belong to it`),
    },
    {
      name: 'shop port',
      look: () => checkPort('PORT', plan.port, `http://127.0.0.1:${plan.port}/api/health`),
    },
    ...(sandboxPort
      ? [
          {
            name: 'sandbox port',
            look: () =>
              checkPort(
                'SANDBOX_PORT',
                sandboxPort,
                `http://127.0.0.1:${sandboxPort}/_sandbox/clock`,
              ),
          },
        ]
      : []),
    { name: 'database', look: needsEnv((known) => checkDatabase(known.DATABASE_URL)) },
    { name: 'Midtrans', look: needsEnv(checkKey) },
    { name: 'notifications', look: needsEnv(checkNotificationUrl) },
    { name: 'clock', look: needsEnv(checkClock) },
    // Where real money is taken nobody runs the tests, and the image of the tools has no browser.
    ...(plan.midtransEnv === 'production'
      ? []
      : [{ name: 'test browser', look: async () => checkBrowser() }]),
  ]
}

async function main(): Promise<void> {
  loadDotEnv()
  const checks = listChecks(await readSettings())
  const findings = await Promise.all(checks.map(({ look }) => look()))
  for (const [index, finding] of findings.entries()) {
    console.log(describe(checks[index]?.name ?? '', finding))
  }
  const ills = findings.filter(({ ok }) => !ok).length
  console.log(ills === 0 ? '\nAll is well.' : `\n${ills} of ${findings.length} are not well.`)
  process.exitCode = ills === 0 ? 0 : 1
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
process.stdout.write('', () => process.exit())
