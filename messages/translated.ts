/** The same keys as the English messages, with any words. A key too few or too many does not compile. */
export type Translated<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string
    ? string
    : Translated<Messages[Key]>
}
