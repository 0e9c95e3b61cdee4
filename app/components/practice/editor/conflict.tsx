import type { FieldConflict } from '#app/domain/practice/merge-section.ts'
import type { ConflictDetail } from '#app/domain/practice/section-conflict.ts'
import { choiceName, ENVELOPE } from '#app/domain/practice/section-form.ts'
import type { Section } from '#app/domain/practice/sections.ts'
import { type DiffRun, wordDiff } from '#app/domain/practice/word-diff.ts'
import { savingText } from '#app/i18n/practice-saving.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { Pick } from '../../ui/choice.tsx'
import { Runs } from '../diff/diff.tsx'
import { fieldLabel, fieldLanguage, fieldValue } from '../field-words.ts'
import { useForeign } from '../in-language.tsx'

export const CONFLICT_ID = 'pilihan'

type ConflictProps = {
  section: Section
  detail: ConflictDetail
  /** Absent on a page without script: there, saving the form sends the choices along. */
  onDecide?: () => void
}

/** Two people changed the same place: both texts side by side, the different words marked, a choice for each field. */
export function Conflict({ section, detail, onDecide }: ConflictProps) {
  const t = savingText(useLang())
  const fields = detail.fields ?? []
  return (
    <div id={CONFLICT_ID}>
      <Band tone="warn" title={detail.own ? t.conflictOwnTitle : t.conflictTitle} heading="h2">
        <p>{fields.length > 0 ? t.conflictNote : t.conflictLong}</p>
        <input type="hidden" name={ENVELOPE.seen} value={detail.base} />
        {fields.map((field) => (
          <FieldChoice key={field.name} section={section} field={field} />
        ))}
        {onDecide && (
          <p className="acts">
            <Button type="button" onClick={onDecide}>
              {t.decide}
            </Button>
          </p>
        )}
      </Band>
    </div>
  )
}

function FieldChoice({ section, field }: { section: Section; field: FieldConflict }) {
  const lang = useLang()
  const t = savingText(lang)
  const language = useForeign(fieldLanguage(field.name))
  const label = fieldLabel(lang, section, field.name)
  const [theirs, mine] = [field.theirs, field.mine].map((value) => fieldValue(lang, field.name, value))
  const runs = wordDiff(theirs ?? '', mine ?? '')
  const name = choiceName(field.name)
  const side = (title: string, hidden: DiffRun['kind'], text: string | undefined) => (
    <div>
      <p className="kicker">{title}</p>
      <p className="pre" lang={language}>
        {text ? <Runs runs={runs.filter(({ kind }) => kind !== hidden)} /> : <span className="dim">{t.nothing}</span>}
      </p>
    </div>
  )
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="diff">
        {side(t.theirs, 'added', theirs)}
        {side(t.mine, 'removed', mine)}
      </div>
      <fieldset>
        <legend className="vh">{t.choose(label)}</legend>
        <Pick type="radio" name={name} value="mine" defaultChecked label={t.keepMine} />
        <Pick type="radio" name={name} value="theirs" label={t.takeTheirs} />
        {field.both !== null && <Pick type="radio" name={name} value="both" label={t.keepBoth} />}
      </fieldset>
    </fieldset>
  )
}
