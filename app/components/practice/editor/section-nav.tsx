import type { Present } from '#app/domain/practice/note-presence.server.ts'
import type { Completeness, Section, SectionCompleteness } from '#app/domain/practice/sections.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { savingText } from '#app/i18n/practice-saving.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Fold } from '../../ui/fold.tsx'
import { Glyph, type GlyphName, Icon } from '../../ui/icon.tsx'
import { Meter } from '../../ui/meter.tsx'

const MARK: Record<SectionCompleteness['state'], { className: string; glyph: GlyphName }> = {
  complete: { className: 'ok', glyph: 'disc' },
  partial: { className: 'part', glyph: 'half-disc' },
  empty: { className: 'none', glyph: 'ring' },
}

/** The sections of a text with how far each is, as links to their pages. */
function SectionLinks({
  publicId,
  completeness,
  current,
  present,
}: {
  publicId: string
  completeness: Completeness
  current: Section | 'attachments'
  present: readonly Present[]
}) {
  const lang = useLang()
  const t = editorText(lang)
  return (
    <div className="secnav">
      {completeness.sections.map((section) => (
        <a
          key={section.section}
          href={paths.editPractice(publicId, section.section)}
          aria-current={section.section === current ? 'page' : undefined}
        >
          <StateMark state={section.state} />
          <span>
            {sectionName(lang, section.section)}
            <span className="vh">, {t.state[section.state]}</span>
            {present
              .filter((one) => one.section === section.section)
              .map(({ name, minutes }) => (
                <span key={name} className="small dim">
                  {' '}
                  · {savingText(lang).inSection(name, minutes)}
                </span>
              ))}
          </span>
          <span className="small dim">{figure(section)}</span>
        </a>
      ))}
      <a
        href={paths.editPractice(publicId, 'attachments')}
        aria-current={current === 'attachments' ? 'page' : undefined}
      >
        <span aria-hidden="true">
          <Icon name="document" />
        </span>
        <span>{sectionName(lang, 'attachments')}</span>
      </a>
    </div>
  )

  function figure({ section, words, done = 0, of = 0 }: SectionCompleteness) {
    if (words !== undefined) return formatNumber(lang, words)
    return section === 'results' ? of : `${done}/${of}`
  }
}

/** A shape for how far a section is; the word stands beside it. */
export function StateMark({ state }: { state: SectionCompleteness['state'] }) {
  return (
    <span className={MARK[state].className}>
      <Glyph name={MARK[state].glyph} />
    </span>
  )
}

/** The same beside the editor: folded on phones, with the share of complete sections. */
export function SectionNav(props: {
  publicId: string
  completeness: Completeness
  current: Section | 'attachments'
  /** Who else has the text open. */
  present?: readonly Present[]
}) {
  const t = editorText(useLang())
  const { completeness, current } = props
  const index = completeness.sections.findIndex(({ section }) => section === current)
  return (
    <nav aria-label={t.nav} className="sticky">
      <Fold
        summary={index < 0 ? t.nav : t.step(index + 1, completeness.total)}
        note={t.sectionsDone(completeness.complete, completeness.total)}
        openWide
      >
        <p className="small mb-2">
          <b>{t.sectionsDone(completeness.complete, completeness.total)}</b>
        </p>
        <div className="mb-2">
          <Meter percent={completeness.percent} />
        </div>
        <SectionLinks present={[]} {...props} />
      </Fold>
    </nav>
  )
}
