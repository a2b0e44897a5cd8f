/** What an action is given, as a form: a stranger's script can call it with anything, or with nothing. */
export function sentForm(given: unknown): FormData {
  return given instanceof FormData ? given : new FormData()
}
