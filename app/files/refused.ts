/** A file that is not taken. `reason` is a key of app/i18n/attachments.ts, with what fills its gap after a `|`. */
export class Refused extends Error {
  constructor(readonly reason: string) {
    super(`the file is refused: ${reason}`)
  }
}
