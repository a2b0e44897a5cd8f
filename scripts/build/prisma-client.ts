import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeMachineEnvironment } from '../demo/environment'
import { spawnNode } from '../node-child'
import { ROOT } from '../root'

function isCurrent(): boolean {
  const client = join(ROOT, 'prisma', 'generated', 'client.ts')
  if (!existsSync(client)) return false
  const schema = join(ROOT, 'prisma', 'schema.prisma')
  return statSync(client).mtimeMs >= statSync(schema).mtimeMs
}

/** Writes Prisma's client when it is missing (blocked install scripts) or older than the schema. */
export async function ensurePrismaClient(): Promise<void> {
  if (isCurrent()) return
  const child = spawnNode({
    args: [join(ROOT, 'node_modules', 'prisma', 'build', 'index.js'), 'generate'],
    env: makeMachineEnvironment(),
  })
  const way = await child.ended
  if (way === 'exit code 0') return
  throw new Error(`prisma generate failed (${way}):\n${child.lastLines().join('\n')}`)
}
