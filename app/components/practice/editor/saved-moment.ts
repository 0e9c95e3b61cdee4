const KEY = 'jipp:saved'

/** Remembers in this tab when the server last confirmed a text. */
export function noteSaved(): void {
  try {
    sessionStorage.setItem(KEY, String(Date.now()))
  } catch {
    // Without this storage a stale page is found by the next question for news instead.
  }
}

/**
 * Whether a text was confirmed after this page had been asked for: the page before it was still there and saving, so this
 * one may show what the server held a moment earlier.
 */
export function wasSavedWhileLoading(): boolean {
  try {
    return Number(sessionStorage.getItem(KEY)) >= performance.timeOrigin
  } catch {
    return false
  }
}
