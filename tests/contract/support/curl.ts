/** A command of a shell text: its words without their quotes, and the comment behind it. */
export type Command = { words: string[]; comment: string }

// A word is made of quoted and plain pieces; `$NAME` counts outside single quotes.
const TOKEN = /\\\n|\n|[ \t]+|#[^\n]*|(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+/g

/** Reads the part of the shell's language that documentation needs: quotes, comments, variables. */
export function readCommands(text: string): Command[] {
  const variables = new Map<string, string>()
  const commands: Command[] = []
  let words: string[] = []
  let comment = ''
  for (const [token] of `${text}\n`.matchAll(TOKEN)) {
    if (token === '\n') {
      const [first = ''] = words
      const variable = /^(\w+)=(.*)$/s.exec(first)
      if (variable?.[1] && words.length === 1) variables.set(variable[1], variable[2] ?? '')
      else if (words.length > 0) commands.push({ words, comment })
      words = []
      comment = ''
    } else if (token.startsWith('#')) {
      comment = token
    } else if (token.trim() !== '' && token !== '\\\n') {
      words.push(unquote(token, variables))
    }
  }
  return commands
}

function unquote(token: string, variables: Map<string, string>): string {
  const expand = (piece: string) =>
    piece.replace(/\$(\w+)/g, (_, name: string) => variables.get(name) ?? '')
  return token.replace(/'([^']*)'|"([^"]*)"|[^'"]+/g, (piece, single, double) =>
    single !== undefined ? single : expand(double ?? piece),
  )
}

/** The request that a curl command makes. */
export function requestOf([, ...words]: string[]) {
  const headers: Record<string, string> = {}
  let method: string | undefined
  let body: string | undefined
  let url = ''
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!word.startsWith('-')) {
      url = word.startsWith('http') ? word : `http://${word}`
      continue
    }
    at += 1
    const value = words[at] ?? ''
    if (word === '-X') method = value
    else if (word === '-d') body = value
    else if (word === '-u') headers.Authorization = `Basic ${btoa(value)}`
    else if (word === '-H') headers[value.split(': ')[0] ?? ''] = value.split(': ')[1] ?? ''
    else if (word !== '-o') throw new Error(`curl ${word} is not known here`)
  }
  const isPost = body !== undefined
  return {
    url,
    method: method ?? (isPost ? 'POST' : 'GET'),
    headers: { ...(isPost && { 'Content-Type': 'application/x-www-form-urlencoded' }), ...headers },
    ...(isPost && { body }),
  }
}
