/** Whether a text may stand in a link: addresses of other kinds can run a program when they are opened. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text)
}
