import { UNSAVED_COOKIE } from '../components/practice/editor/unsaved-sign.ts'

/** Whether the browser says that it holds text that is not saved. */
export function hasUnsaved(request: Request): boolean {
  return new RegExp(`(?:^|;\\s*)${UNSAVED_COOKIE}=1`).test(request.headers.get('Cookie') ?? '')
}
