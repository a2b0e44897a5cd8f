/** What Next gives a page whose address ends in an order id. */
export type OrderPageProps = {
  params: Promise<{ orderId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
