import { expect, test } from 'vitest'
import { isActionBody } from '@/lib/security/action-body'

function ask(parts: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(parts)) body.append(name, value)
  return isActionBody(new Request('http://localhost/', { method: 'POST', body, headers }))
}
const SCRIPT = { 'next-action': 'x' }

test('the forms that React sends are taken', async () => {
  const state = JSON.stringify([{ values: { name: '$$5', email: '$undefined' } }, '$K1'])
  expect(await ask({ '0': state, '1_name': '[[[$F1' }, SCRIPT)).toBe(true)
  expect(await ask({ '0': '["$undefined","$K1"]', '1_productId': '1' }, SCRIPT)).toBe(true)
  expect(
    await ask({
      $ACTION_REF_1: '',
      '$ACTION_1:0': '{"id":"a","bound":"$@1"}',
      '$ACTION_1:1': '["$undefined",{"name":"$$5"}]',
      name: '$F1',
    }),
  ).toBe(true)
})

test.each([
  ['is not JSON', '[1'],
  ['is nested deeply', '['.repeat(40) + ']'.repeat(40)],
  ['refers to what is not there', '["$1"]'],
  ['names a function', '["$F1"]'],
  ['names a stream', '["$r1"]'],
  ['reaches for a prototype', '["$0:__proto__:then"]'],
  ['names a map', '["$Q1"]'],
])('a part that %s is refused', async (_, part) => {
  expect(await ask({ '0': part }, SCRIPT)).toBe(false)
  const bound = { '$ACTION_1:0': '{"id":"a","bound":"$@1"}' }
  expect(await ask({ ...bound, '$ACTION_1:1': part })).toBe(false)
})

test('a form of a page without the arguments that it names is refused', async () => {
  expect(await ask({ '$ACTION_1:0': '{"id":"a","bound":"$@1"}' })).toBe(false)
  expect(await ask({ '$ACTION_1:0': '{"id":"a","bound":"$@2"}', '$ACTION_1:1': '[]' })).toBe(false)
})

test('what is no form is no form of a script', async () => {
  const request = (headers: Record<string, string>) =>
    new Request('http://localhost/', { method: 'POST', body: '[]', headers })
  expect(await isActionBody(request(SCRIPT))).toBe(false)
  const broken = { ...SCRIPT, 'Content-Type': 'multipart/form-data; boundary=x' }
  expect(await isActionBody(request(broken))).toBe(false)
})
