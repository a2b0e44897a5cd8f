import { createTestDatabase } from '@/tests/kit/database'
import { openStage, type Stage } from './stage'

/** A stage on a database of its own, for one test file. */
export async function openOwnStage(scheduleScale: number): Promise<Stage> {
  const database = await createTestDatabase()
  const stage = await openStage(database, scheduleScale)
  return {
    ...stage,
    async close() {
      await stage.close()
      await database.drop()
    },
  }
}
