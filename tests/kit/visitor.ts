import { once } from 'node:events'
import { visitAfterWallet } from '@/lib/orders/visit-order'

// A shop process that serves nothing but this: some tabs that come back from the wallet, all at the
// moment at which its parent says so.
const [orderId = '', tabs = '1'] = process.argv.slice(2)

// Connects to the database first, so that nothing but the visits is left to do.
await visitAfterWallet('TKO-00000000000000000000000000')
process.stdout.write('ready\n')
await once(process.stdin, 'data')
await Promise.all(Array.from({ length: Number(tabs) }, () => visitAfterWallet(orderId)))
process.exit()
