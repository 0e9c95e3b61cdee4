import type { Present } from '#app/domain/practice/note-presence.server.ts'
import type { Section } from '#app/domain/practice/sections.ts'
import { formatList } from '#app/i18n/format.ts'
import { savingText } from '#app/i18n/practice-saving.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { Icon } from '../../ui/icon.tsx'

/** Who else has this section open: a word, no lock. */
export function Beside({ present, section }: { present: readonly Present[]; section: Section }) {
  const lang = useLang()
  const here = present.filter((one) => one.section === section)
  if (here.length === 0) return null
  const names = formatList(
    lang,
    here.map(({ name }) => name),
  )
  return (
    <p className="saved" role="status">
      <Icon name="people" />
      <span>{savingText(lang).here(names, Math.min(...here.map(({ minutes }) => minutes)))}</span>
    </p>
  )
}
