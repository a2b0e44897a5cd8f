import { setTimeout } from 'node:timers/promises'
import { createShopper, type Page, type Shopper } from '../support/shopper'
import type { Stage } from '../support/stage'
import { type Chance, choose } from './chance'

/** How often a shopper tries again before it counts as a dead end, and how long each waits. */
const TRIES = 60
const PAUSE_MS = 250

const deeds = [
  ...['pay', 'pay', 'pay', 'pay', 'pay', 'scan', 'scan', 'scan'],
  ...['expire', 'deny', 'cancel', 'cancel and pay again', 'leave'],
] as const

export type Visit = {
  email: string
  orderId: string
  /** They have done what pays an order, whether or not the shop has heard of it. */
  mayBePaid: boolean
  /** Errors that a second try got past. */
  troubles: number
}

const ORDER_ID = /TKO-[0-9A-Z]{26}/
const CODE = /\/v2\/(?:gopay|qris)\/([0-9a-f-]{36})\/qr-code/

/** One shopper's visit, from the cart to whatever the seed has them do. Rejects at a dead end. */
export async function visit(stage: Stage, chance: Chance, index: number): Promise<Visit> {
  const email = `shopper.${index}@example.com`
  const luck = (what: string) => chance(email, what)
  const cart = { [1 + Math.floor(luck('product') * 16)]: 1 }
  const shopper = createShopper({ appUrl: stage.front.url, email, cart })
  const shop = stage.front.url
  const deed = choose(luck('deed'), deeds)
  let troubles = 0

  /** Does what a person does with an error page or none at all: tries again. */
  async function insist<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
    let last = 'nothing'
    for (let n = 1; n <= TRIES; n += 1) {
      try {
        const done = await attempt()
        if (done !== undefined) return done
        last = 'not yet'
      } catch (error) {
        troubles += 1
        last = (error as Error).message
      }
      await setTimeout(PAUSE_MS)
    }
    throw new Error(`${email} (${deed}) could not ${what}: ${last}`)
  }

  const form = await insist('open the checkout', () =>
    shopper.openCheckout(shop, luck('method') < 0.5 ? 'gopay' : 'qris'),
  )
  const isDouble = luck('double') < 0.15
  const orderId = await insist('place the order', async () => {
    const sent = await Promise.all([
      order(await wellAnswered(shopper.send(shop, '/checkout', form))),
      ...(isDouble ? [shopper.send(shop, '/checkout', form).catch(() => undefined)] : []),
    ])
    return sent[0]
  })
  if (deed === 'leave') return { email, orderId, mayBePaid: false, troubles }

  if (deed === 'cancel' || deed === 'cancel and pay again') {
    await press(shopper, orderId, 'Cancel order', 'Cancelled')
    if (deed === 'cancel') return { email, orderId, mayBePaid: false, troubles }
    await press(shopper, orderId, 'Pay again', 'Waiting for payment')
  }
  const transactionId = await insist('see the code', async () => {
    const page = await wellAnswered(shopper.get(shop, `/checkout/${orderId}?show=qr`))
    // The order may have ended without a code: then there is nothing to be paid.
    return page.status === 200 ? CODE.exec(page.text)?.[1] : ''
  })
  if (transactionId !== '') await decide(transactionId)
  if (luck('return') < 0.5) {
    await insist('come back', () => wellAnswered(shopper.get(shop, `/orders/${orderId}/finish`)))
  }
  return { email, orderId, mayBePaid: deed !== 'expire' && deed !== 'deny', troubles }

  async function decide(id: string): Promise<void> {
    // Too late is no error: the shop may have replaced the code that is on the screen.
    const tooLate = (error: Error) => {
      if (!error.message.includes('409')) throw error
    }
    if (deed === 'expire') await stage.sandbox.expire(id).catch(tooLate)
    else if (deed === 'deny') await stage.sandbox.deny(id).catch(tooLate)
    else await stage.sandbox.pay(id, deed === 'scan' ? 'dana' : undefined).catch(tooLate)
  }

  async function press(
    who: Shopper,
    id: string,
    button: 'Cancel order' | 'Pay again',
    word: string,
  ) {
    const path = `/orders/${id}`
    await insist(`press ${button}`, async () => {
      const page = await wellAnswered(who.get(shop, path))
      if (page.text.includes(`>${word}`)) return true
      // Paid or over in another way meanwhile: there is no such button, and no need of it.
      if (!page.text.includes(`>${button}</button>`)) return page.status === 200 || undefined
      const pressed = await who.openForm(shop, path, button)
      await wellAnswered(who.send(shop, path, pressed))
      return undefined
    })
  }
}

function order(page: Page): string | undefined {
  return ORDER_ID.exec(page.location ?? page.text)?.[0]
}

async function wellAnswered(asked: Promise<Page>): Promise<Page> {
  const page = await asked
  if (page.status >= 500) throw new Error(`answered ${page.status}`)
  return page
}
