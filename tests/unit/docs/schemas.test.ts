import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeSchemas } from '@/scripts/docs/describe-schemas'

const FOLDER = 'docs/schemas'

test('docs/schemas/ is what `npm run docs:schemas` writes from the code', () => {
  const kept = readdirSync(FOLDER).map((file) => [file, readFileSync(`${FOLDER}/${file}`, 'utf8')])
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(describeSchemas()))
})
