import { cart } from './id/cart'
import { catalogue } from './id/catalogue'
import { checkout } from './id/checkout'
import { help } from './id/help'
import { orders } from './id/orders'
import { ownOrders } from './id/own-orders'
import { payment } from './id/payment'
import { shop } from './id/shop'
import { timeline } from './id/timeline'

export const id = { cart, catalogue, checkout, help, orders, ownOrders, payment, shop, timeline }
