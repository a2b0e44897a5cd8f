import { NEIGHBOURS, Shelf } from '@/components/catalogue/shelf'
import { listNeighbours } from '@/lib/catalogue/products'
import type { Product } from '@/prisma/generated/client'

/** Fetched while the page is already on its way: nobody waits for it. */
export async function Neighbours({ product }: { product: Product }) {
  return <Shelf products={await listNeighbours(product, NEIGHBOURS)} />
}
