import { pickName } from '#app/domain/practice/merge.schema.ts'
import { MERGE_SECTIONS, type MergeDifference, type MergePick } from '#app/domain/practice/merge-parts.ts'
import type { MergeView } from '#app/domain/practice/read-merge.server.ts'
import { isStorySection } from '#app/domain/practice/sections.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import type { Language } from '#db/vocabulary.ts'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { FieldGroup, Pick } from '../../ui/choice.tsx'
import { Section } from '../../ui/panel.tsx'
import { fileLines, readable } from '../diff/section-changes.ts'
import { fieldLabel, fieldLanguage } from '../field-words.ts'
import { useForeign } from '../in-language.tsx'

type View = Extract<MergeView, { step: 'pick' }>

/** Every field in which the two texts differ, with both texts and a choice; the sections in the order of the editor. */
export function MergePicker({ view }: { view: View }) {
  const lang = useLang()
  const { pick: t } = mergeText(lang)
  const { publicId, survivor, other, parts, seen, missing, isStale } = view
  const sections = MERGE_SECTIONS.filter((section) => parts.some((part) => part.section === section))
  return (
    <>
      {isStale && <Band tone="warn" title={t.stale} focus className="mb-5" />}
      {missing.length > 0 && <Band tone="bad" title={t.missingTitle(missing.length)} focus className="mb-5" />}
      <p className="mb-2">{t.lead(parts.length)}</p>
      <p className="mb-5">
        <a href={paths.mergePractice(publicId, { with: otherOf(view), keep: other.publicId })}>{t.swap}</a>
      </p>
      <form method="get" action={paths.mergePractice(publicId)}>
        <input type="hidden" name="with" value={otherOf(view)} />
        <input type="hidden" name="keep" value={survivor.publicId} />
        <input type="hidden" name="seen" value={seen} />
        {sections.map((section, index) => (
          <Section
            key={section}
            id={`g-${section}`}
            title={sectionName(lang, section)}
            look={index === 0 ? 'bare' : undefined}
          >
            {parts
              .filter((part) => part.section === section)
              .map((part) => (
                <PartChoice key={part.name} part={part} view={view} />
              ))}
          </Section>
        ))}
        <p className="acts mt-5">
          <Button name="step" value="preview">
            {t.submit}
          </Button>
          <a href={paths.mergePractice(publicId, { with: otherOf(view) })}>{t.back}</a>
        </p>
      </form>
    </>
  )
}

/** The number of the practice that was looked for, whichever goes on. */
const otherOf = ({ publicId, survivor, other }: View) =>
  survivor.publicId === publicId ? other.publicId : survivor.publicId

function PartChoice({ part, view: { survivor, other, query, missing } }: { part: MergeDifference; view: View }) {
  const lang = useLang()
  const { pick: t } = mergeText(lang)
  const chosen = query.picks[part.name] ?? (missing.length > 0 ? undefined : part.proposed)
  const name = pickName(part.name)
  const radio = (value: MergePick, label: string) => (
    <Pick type="radio" name={name} value={value} label={label} defaultChecked={chosen === value} required />
  )
  return (
    <FieldGroup
      name={name}
      label={partLabel(lang, part)}
      errors={missing.includes(part.name) ? [t.missing] : undefined}
    >
      <div className="diff">
        <div>
          <p className="kicker">{t.survivor(survivor.publicId)}</p>
          <PartText part={part} content={survivor.content} />
          {radio('survivor', t.use(survivor.publicId))}
        </div>
        <div>
          <p className="kicker">{t.other(other.publicId)}</p>
          <PartText part={part} content={other.content} />
          {radio('other', t.use(other.publicId))}
        </div>
      </div>
      {part.options.includes('both') && radio('both', t.both)}
    </FieldGroup>
  )
}

function partLabel(lang: ReturnType<typeof useLang>, { section, fields }: MergeDifference): string {
  return section === 'attachments' ? sectionName(lang, section) : fieldLabel(lang, section, fields[0] ?? '')
}

/** What one text says in a part: its fields, those of several under their names. */
function PartText({ part, content }: { part: MergeDifference; content: PracticeContent }) {
  const lang = useLang()
  const { pick: t } = mergeText(lang)
  if (part.section === 'attachments')
    return <p className="pre">{fileLines(lang, content) || <Empty words={t.empty} />}</p>
  const { section } = part
  const values = readable(lang, content, section)
  const said = part.fields.flatMap((field) => {
    const value = values.get(field)
    return value ? [{ field, value }] : []
  })
  if (said.length === 0) return <Empty words={t.empty} />
  return said.map(({ field, value }) => (
    <div key={field} className="mb-2">
      {said.length > 1 && <p className="small dim">{fieldLabel(lang, section, field)}</p>}
      <FieldText lang={fieldLanguage(field) ?? (isStorySection(section) ? 'id' : undefined)} value={value} />
    </div>
  ))
}

function FieldText({ lang, value }: { lang: Language | undefined; value: string }) {
  return (
    <p className="pre" lang={useForeign(lang)}>
      {value}
    </p>
  )
}

const Empty = ({ words }: { words: string }) => <p className="dim">{words}</p>
