/** Shows that an address is the shopper's own without telling it: `b••••@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 1) return '••••'
  return `${[...email][0]}••••${email.slice(at)}`
}

/** Shows the last three digits of a phone number: `••••789`. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 6 ? '••••' : `••••${digits.slice(-3)}`
}
