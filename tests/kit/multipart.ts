/** As long as browsers make it: a shorter one is not read at all. */
const BOUNDARY = '----WebKitFormBoundary0123456789abcdef'

export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`

/** A form as a browser writes it, for requests that are made by hand. Its type is MULTIPART. */
export function writeMultipart(fields: Iterable<readonly [string, string]>): string {
  return `${writeFields(fields)}--${BOUNDARY}--\r\n`
}

/** The same without its end. */
export function writeFields(fields: Iterable<readonly [string, string]>): string {
  return [...fields]
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('')
}
