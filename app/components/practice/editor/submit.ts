import type { Section } from '#app/domain/practice/sections.ts'
import type { Autosave } from './autosave.ts'
import { pathAfterSave } from './path-after-save.ts'

/** Which page of the editor this is. */
export type Page = { publicId: string; section: Section }

/**
 * The buttons that save: the text goes the way of every other save, and the page goes on once the server has it. A posted
 * page would stay in the history of the browser, and one that was answered with errors cannot be gone back to.
 */
export function submit(event: Event, saver: Autosave | null, { publicId, section }: Page): void {
  if (!saver || !(event instanceof SubmitEvent) || !(event.target instanceof HTMLFormElement)) return
  const { target, submitter } = event
  const then = submitter instanceof HTMLButtonElement ? submitter.value || 'stay' : 'stay'
  const post = () => target.requestSubmit(submitter)
  if (saver.isPosted || (then !== 'next' && then !== 'stay')) {
    if (!saver.posted(post)) event.preventDefault()
    return
  }
  event.preventDefault()
  saver.afterSave(
    () => window.location.assign(pathAfterSave(publicId, section, then)),
    (why) => {
      // Signing in takes the form along; two texts are chosen between by posting the choice.
      if (why === 'signed_out' || why === 'halted') saver.posted(post)
      else if (why === 'refused') setTimeout(() => document.querySelector<HTMLElement>('.band--bad')?.focus(), 0)
    },
  )
}
