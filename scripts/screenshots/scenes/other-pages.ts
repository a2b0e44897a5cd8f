import { fromOwnAddress } from '@/tests/kit/client-address'
import { giveDatabaseBack, takeDatabase } from '../database'
import { button, page, type Scene } from '../scene'

/** Help, and the pages that stand for others. */
export const otherScenes: Scene[] = [
  { name: 'help', inBothLanguages: true, open: page('/help') },
  { name: 'not-found', inBothLanguages: true, open: page('/nowhere') },
  {
    name: 'error',
    async open(stage) {
      await stage.show('/products/kopi-gayo')
      const isAction = (url: URL) => url.pathname === '/products/kopi-gayo'
      await stage.page.route(isAction, (route) => route.fulfill({ status: 500, body: '' }))
      await button(stage, 'Add to cart').click()
      await button(stage, 'Try again').waitFor()
      await stage.page.unroute(isAction)
    },
  },
  {
    name: 'too-many',
    inBothLanguages: true,
    async open(stage) {
      await stage.page.setExtraHTTPHeaders(fromOwnAddress())
      const guess = '/orders/TKO-0123456789ABCDEFGHJKMNPQRS'
      while ((await stage.page.goto(guess))?.status() !== 429);
      await stage.show(guess)
    },
    close: ({ page }) => page.setExtraHTTPHeaders({}),
  },
  {
    name: 'closed',
    inBothLanguages: true,
    async open(stage) {
      await takeDatabase(stage.dataDir)
      await stage.show('/products/kopi-gayo')
    },
    close: ({ dataDir }) => giveDatabaseBack(dataDir),
  },
]
