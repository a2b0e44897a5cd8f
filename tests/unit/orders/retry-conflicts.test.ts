import { expect, test, vi } from 'vitest'
import { retryConflicts } from '@/lib/orders/retry-conflicts'

const conflict = (fields: object, message = 'conflict') => Object.assign(new Error(message), fields)

const conflicts = {
  'serialization_failure of pg': conflict({ code: '40001' }),
  'deadlock_detected of pg': conflict({ code: '40P01' }),
  "a raw query's failure in Prisma": conflict(
    { code: 'P2010' },
    'Raw query failed. Code: `40P01`. Message: `deadlock detected`',
  ),
  "a transaction's failure in Prisma": conflict({ code: 'P2034' }),
  "a driver adapter's failure": conflict(
    { name: 'DriverAdapterError' },
    'TransactionWriteConflict',
  ),
}

test.each(Object.entries(conflicts))('%s is tried again', async (_, error) => {
  const run = vi
    .fn()
    .mockRejectedValueOnce(error)
    .mockRejectedValueOnce(error)
    .mockResolvedValue('done')
  await expect(retryConflicts(run)).resolves.toBe('done')
  expect(run).toHaveBeenCalledTimes(3)
})

test('what keeps conflicting is given up after five tries', async () => {
  const run = vi.fn().mockRejectedValue(conflict({ code: '40001' }))
  await expect(retryConflicts(run)).rejects.toThrow('conflict')
  expect(run).toHaveBeenCalledTimes(5)
})

test.each([
  conflict({ code: 'P2002' }, 'Unique constraint failed'),
  conflict({}, 'the amount is 140001'),
  'not an error',
  undefined,
])('%s is not tried again', async (error) => {
  const run = vi.fn().mockRejectedValue(error)
  await expect(retryConflicts(run)).rejects.toBe(error)
  expect(run).toHaveBeenCalledTimes(1)
})
