/**
 * Reads one of Midtrans's times. They carry no zone and are Western Indonesian Time, UTC+7, for
 * every merchant (docs.midtrans.com, Status Cycle). Undefined when absent or not a time.
 */
export function parseMidtransTime(text: string | undefined): Date | undefined {
  const parts = text?.match(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/)
  if (!parts) return undefined
  const time = new Date(`${parts[1]}T${parts[2]}+07:00`)
  if (Number.isNaN(time.getTime())) return undefined
  // A day that does not exist, such as 30 February, would silently become another one.
  const sameDay = new Date(`${parts[1]}T00:00Z`).getUTCDate() === Number(parts[1]?.slice(-2))
  return sameDay ? time : undefined
}
