import { SECTIONS, type Section } from '#app/domain/practice/sections.ts'
import { isBilingualField } from '#app/domain/practice/translation.ts'
import { paths } from '#app/paths.ts'

/** The text of the section itself: on a phone the frame of the page fills the first screen. */
export const WRITING_ID = 'tulis'

/**
 * Where a saved section leads: the next one, the same one, or the same one with an empty row in a list (`row:costs`).
 * The address names what arrived, so that the page can forget its local copy.
 */
export function pathAfterSave(publicId: string, section: Section, then: unknown): string {
  const saved = section
  if (then === 'next') {
    const next = SECTIONS[SECTIONS.indexOf(section) + 1]
    return next ? `${paths.editPractice(publicId, next, { saved })}#${WRITING_ID}` : paths.workPractice(publicId)
  }
  const row = typeof then === 'string' && /^row:(\w{1,20})$/.exec(then)?.[1]
  return paths.editPractice(publicId, section, row ? { saved, row } : { saved }) + (row ? `#f-${row}` : '')
}

/** The text whose translation was marked as checked with the button that posted the form (`check:title`). */
export function checkedField(then: unknown) {
  const field = typeof then === 'string' ? /^check:(\w{1,20})$/.exec(then)?.[1] : undefined
  return field && isBilingualField(field) ? field : undefined
}
