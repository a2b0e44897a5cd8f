import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root'
import { describeSchemas } from './describe-schemas'

for (const [file, text] of describeSchemas()) {
  writeFileSync(join(ROOT, 'docs', 'schemas', file), text)
  console.log(`wrote docs/schemas/${file}`)
}
