import type { Scene } from './scene'
import { orderScenes } from './scenes/orders'
import { otherScenes } from './scenes/other-pages'
import { paymentScenes, timeOver } from './scenes/payments'
import { shelfScenes } from './scenes/shelves'

export const scenes: Scene[] = [
  ...shelfScenes,
  ...paymentScenes,
  ...orderScenes,
  ...otherScenes,
  timeOver,
]
