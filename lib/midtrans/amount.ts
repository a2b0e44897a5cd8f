/**
 * Rupiah from the text that Midtrans writes in its answers, `"44000.00"`, or undefined when it is not
 * a whole number of rupiah. Requests take the integer itself
 * (docs.midtrans.com, Transaction Details Object).
 */
export function parseGrossAmount(text: string | undefined): number | undefined {
  const whole = text?.match(/^(\d{1,12})(?:\.00)?$/)?.[1]
  return whole === undefined ? undefined : Number(whole)
}
