import { gateText } from '#app/i18n/practice-gate.ts'
import { gateWords } from '#app/i18n/practice-quality.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Section } from '../../ui/panel.tsx'
import { Findings } from '../editor/findings.tsx'
import type { WorkView } from './work-practice-page.tsx'

/** How complete and how clear the text is, and what would make it better, by section. */
export function TextQuality({ view: { check, practice } }: { view: WorkView }) {
  const lang = useLang()
  const t = gateWords(lang)
  if (!check) return null
  const sections = check.sections
    .map((one) => ({ ...one, findings: one.findings.filter(({ severity }) => severity === 'warns') }))
    .filter(({ findings }) => findings.length > 0)
  return (
    <Section id="mutu" title={t.title} aside={<span className="small dim">{t.score(check.score)}</span>}>
      <div className="mb-2">
        <Meter percent={check.score} />
      </div>
      <p className="small dim">{t.scoreNote}</p>
      {sections.length > 0 && (
        <Fold summary={t.bySection}>
          {sections.map(({ section, findings, points, most }) => (
            <Fold
              key={section}
              summary={sectionName(lang, section)}
              note={`${t.suggestions(findings.length)} · ${t.points(Math.round(points), most)}`}
            >
              <Findings findings={findings} sentences={gateText(lang)} publicId={practice.publicId} />
            </Fold>
          ))}
        </Fold>
      )}
    </Section>
  )
}
