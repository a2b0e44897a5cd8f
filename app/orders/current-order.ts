import 'server-only'
import { cache } from 'react'
import { visitOrder } from '@/lib/orders/visit-order'

/** The order of this request, read once for its title and its page. */
export const currentOrder = cache(visitOrder)
