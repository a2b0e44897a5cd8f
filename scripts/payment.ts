import { inRequest, nameRequest } from '@/lib/request-id'
import { confirmed } from './payment/ask'
import { toJson } from './payment/outcome'
import { readArguments } from './payment/read-arguments'
import { runs } from './payment/run-verb'
import { settleEnvironment } from './settle-environment'

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2))
  await settleEnvironment()
  const { ok, sentence, data } = await inRequest(nameRequest(undefined), () =>
    runs[args.verb](args, confirmed),
  )
  console.log(args.json ? toJson(data) : sentence.replaceAll('\u00a0', ' '))
  process.exitCode = ok ? 0 : 1
}

await main().catch((error: Error) => {
  console.error(error.message.replaceAll('\u00a0', ' '))
  process.exitCode = 1
})
// Connections are open, and nothing is left to wait for. What was printed to a pipe may still be under way.
process.stdout.write('', () => process.exit())
