/** Tells the server, when somebody signs out, that this device holds text that is not saved; see app/routes/sign-out.tsx. */
export const UNSAVED_COOKIE = 'jipp_unsaved'
const KEPT_SECONDS = 30 * 86_400

/** Sets or takes away the sign. */
export function signUnsaved(isUnsaved: boolean): void {
  if (document.cookie.includes(`${UNSAVED_COOKIE}=1`) === isUnsaved) return
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing in half of the browsers in use
  document.cookie = `${UNSAVED_COOKIE}=1; path=/; max-age=${isUnsaved ? KEPT_SECONDS : 0}; samesite=lax`
}
