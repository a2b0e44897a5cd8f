import { cart } from './en/cart'
import { catalogue } from './en/catalogue'
import { checkout } from './en/checkout'
import { help } from './en/help'
import { orders } from './en/orders'
import { ownOrders } from './en/own-orders'
import { payment } from './en/payment'
import { shop } from './en/shop'
import { timeline } from './en/timeline'

export const en = { cart, catalogue, checkout, help, orders, ownOrders, payment, shop, timeline }
