import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readArguments } from '@/scripts/payment/read-arguments'
import { readCommands } from '../../contract/support/curl'

// Whether each command that the documents show could be typed like this: the lines of every block of shell,
// and what stands in the running text between backticks. The curl lines of docs/sandbox.md are run, by
// tests/contract/docs.test.ts.

const pages = [
  'README.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
]
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts
const settings = readFileSync('.env.example', 'utf8')
const dockerfile = readFileSync('Dockerfile', 'utf8')

function commandsOf(page: string): string[][] {
  const text = readFileSync(page, 'utf8')
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block)
  const spans = [...text.replace(/^```.*?^```$/gms, '').matchAll(/`((?:\w+=\S+ )*npm\s[^`]+)`/g)]
  const lines = [...blocks, ...spans.map(([, span = '']) => `${span.replace(/\s+/g, ' ')}\n`)]
  return lines
    .flatMap((line) => readCommands(line))
    .flatMap(({ words }) => splitAt(words, '&&'))
    .filter((words) => words[0] !== 'curl')
}

function splitAt(words: string[], separator: string): string[][] {
  const at = words.indexOf(separator)
  return at < 0 ? [words] : [words.slice(0, at), ...splitAt(words.slice(at + 1), separator)]
}

/** What is wrong with a command; nothing when it could be typed. */
function faultsOf(words: string[]): string[] {
  const [name, value] = /^([A-Z_]+)=(.*)$/.exec(words[0] ?? '')?.slice(1) ?? []
  if (name !== undefined && value !== undefined) {
    const unknown = new RegExp(`^${name}=`, 'm').test(settings) ? [] : [`${name} is no setting`]
    return [...unknown, ...(words.length > 1 ? faultsOf(words.slice(1)) : [])]
  }
  if (words[0] === 'npm') return faultsOfNpm(words.slice(1))
  if (words[0] === 'docker') return faultsOfDocker(words.slice(1))
  return [`${words[0]} is no program of these documents`]
}

function faultsOfNpm(words: string[]): string[] {
  const [verb, ...rest] = words.filter((word) => word !== '--silent')
  if (verb === 'ci' || verb === 'test' || verb === 'start') return []
  const [name = '', dashes, ...args] = rest
  const line = scripts[name]
  if (verb !== 'run' || !line) return [`there is no npm ${verb} ${name}`]
  if (dashes === undefined || args.length === 0) return []
  if (dashes !== '--') return [`what follows ${name} does not reach it`]
  if (name === 'payment') return faultsOfPayment(args)
  const [file = ''] = line.match(/[\w/.-]+\.ts\b/) ?? []
  return args.filter((arg) => !isKnownTo(file, arg)).map((arg) => `${name} does not know ${arg}`)
}

/** An option that the script names, a folder beside it, or a file. Without a script it is for another program. */
function isKnownTo(file: string, arg: string): boolean {
  const option = /^--([a-z]+)/.exec(arg)?.[1]
  if (!file) return !/\.\w+$/.test(arg) || existsSync(arg)
  if (option)
    return new RegExp(`--${option}\\b|\\b${option}: \\{ type:`).test(readFileSync(file, 'utf8'))
  return existsSync(arg) || existsSync(join(file, '..', arg))
}

function faultsOfPayment([verbs = '', ...args]: string[]): string[] {
  const order = args.length === 0 ? ['TKO-1'] : args
  return verbs.split('|').flatMap((verb) => {
    try {
      readArguments([verb, ...order])
      return []
    } catch (error) {
      return [(error as Error).message]
    }
  })
}

function faultsOfDocker([verb, ...args]: string[]): string[] {
  if (verb === 'build') {
    const target = args[args.indexOf('--target') + 1]
    return dockerfile.includes(` AS ${target}\n`) ? [] : [`there is no target ${target}`]
  }
  const npm = args.indexOf('npm')
  return npm < 0 ? [] : faultsOfNpm(args.slice(npm + 1))
}

test.each(pages)('every command of %s could be typed', (page) => {
  const wrong = commandsOf(page).flatMap((words) =>
    faultsOf(words).map((fault) => `${words.join(' ')}: ${fault}`),
  )
  expect(wrong).toEqual([])
})

test.each([
  [['npm', 'run', 'paymnt', '--', 'show', 'TKO-1'], 'there is no npm run paymnt'],
  [['npm', 'run', 'payment', '--', 'shw', 'TKO-1'], 'Usage'],
  [['npm', 'run', 'fuzz', '--', 'shops'], 'fuzz does not know shops'],
  [['npm', 'run', 'demo', '--', '--rest'], 'demo does not know --rest'],
  [['PROT=3010', 'npm', 'run', 'demo'], 'PROT is no setting'],
  [['docker', 'build', '--target', 'shops', '.'], 'there is no target shops'],
  [['pnpm', 'dev'], 'pnpm is no program'],
])('%j would be found', (words, fault) => {
  expect(faultsOf(words).join()).toContain(fault)
})

test('the documents show commands at all', () => {
  expect(pages.flatMap(commandsOf).length).toBeGreaterThan(40)
})
