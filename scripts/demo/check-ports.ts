import { isPortFree } from '../ports'
import { isLoopbackHost, type Plan } from './plan'

async function isFreeEverywhere(port: number, host: string): Promise<boolean> {
  if (!(await isPortFree(port, host))) return false
  // Browsers try ::1 first for `localhost`: another program there would answer in our place.
  return !isLoopbackHost(host) || (await isPortFree(port, '::1').catch(() => true))
}

/** Rejects with a sentence when a port of the demo is taken, before anything is started. */
export async function checkPorts(plan: Plan): Promise<void> {
  const wanted = { PORT: plan.port, SANDBOX_PORT: plan.sandboxPort }
  for (const [name, port] of Object.entries(wanted)) {
    if (!port || (await isFreeEverywhere(port, plan.host))) continue
    throw new Error(
      `Port ${port} is already in use. Stop the program that uses it, or choose another port: ${name}=${port + 10} npm run demo`,
    )
  }
}
