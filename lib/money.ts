/**
 * Writes whole rupiah as Indonesian shops do: `formatRupiah(44000)` is `Rp 44.000`, with a
 * non-breaking space. Written by hand because Intl's spacing differs between ICU versions, and
 * server and browser must print the same.
 */
export function formatRupiah(amount: number): string {
  const sign = amount < 0 ? '−' : ''
  const digits = Math.abs(amount)
    .toFixed(0)
    .replace(/\B(?=(\d{3})+$)/g, '.')
  return `${sign}Rp\u00a0${digits}`
}
