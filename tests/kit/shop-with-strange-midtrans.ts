import { openShop, type TestShop } from './shop'
import { type StrangeMidtrans, startStrangeMidtrans } from './strange-midtrans'

export type ShopWithStrangeMidtrans = TestShop & { midtrans: StrangeMidtrans }

/** The domain of the shop with a database of its own, at a gateway that answers as a test says. */
export async function openShopWithStrangeMidtrans(
  variables: Record<string, string> = {},
): Promise<ShopWithStrangeMidtrans> {
  const midtrans = await startStrangeMidtrans()
  const shop = await openShop({ apiUrl: midtrans.url, variables })
  return {
    ...shop,
    midtrans,
    async close() {
      await shop.close()
      await midtrans.close()
    },
  }
}
