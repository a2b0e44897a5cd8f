import { createInterface } from 'node:readline/promises'

/**
 * Asks before money moves. Where nobody can answer, and where the answer is to be read by a program,
 * only `--yes` is one.
 */
export async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Error(`${question} Nobody is there to answer: add --yes to do it.`)
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}
