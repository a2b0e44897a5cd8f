import 'server-only'
import { cache } from 'react'
import { inThisRequest } from '@/app/this-request'
import { visitOrder } from '@/lib/orders/visit-order'

/** The order of this request, read once for its title and its page. */
export const currentOrder = cache((orderId: string) => inThisRequest(() => visitOrder(orderId)))
