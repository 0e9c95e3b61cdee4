import { comparableEntries, type FormEntries, formValues } from '#app/domain/practice/section-form.ts'
import type { Section } from '#app/domain/practice/sections.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { fieldLabel, fieldValue } from '../field-words.ts'

type ConflictProps = {
  section: Section
  mine: FormEntries
  theirs: FormEntries
  /** Absent on a page without script: there, saving the form again decides. */
  onKeepMine?: () => void
  onUseServer?: () => void
}

/** Two people wrote the same section: both texts are shown, nothing is lost, the writer decides. */
export function Conflict({ section, mine, theirs, onKeepMine, onUseServer }: ConflictProps) {
  const lang = useLang()
  const t = editorText(lang)
  const names = [...new Set(theirs.map(([name]) => name))]
  const different = names.filter((name) => {
    const of = (entries: FormEntries) => comparableEntries(entries.filter(([key]) => key === name))
    return of(mine) !== of(theirs)
  })
  return (
    <Band tone="warn" title={t.conflict} heading="h2">
      <p>{t.conflictNote}</p>
      {different.length === 0 && <p>{t.conflictSame}</p>}
      {different.map((name) => (
        <div key={name}>
          <p className="kicker">
            {t.theirs}: {fieldLabel(lang, section, name)}
          </p>
          <blockquote className="prose quote">
            {formValues(theirs)
              .all(name)
              .map((value) => fieldValue(lang, name, value))
              .join(', ') || '–'}
          </blockquote>
        </div>
      ))}
      {onKeepMine && onUseServer && (
        <p className="acts">
          <Button type="button" onClick={onKeepMine}>
            {t.keepMine}
          </Button>
          <Button type="button" variant="quiet" onClick={onUseServer}>
            {t.takeTheirs}
          </Button>
        </p>
      )}
    </Band>
  )
}
