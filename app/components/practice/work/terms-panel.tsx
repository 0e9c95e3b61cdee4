import { languagesWithout } from '#app/domain/practice/terms.ts'
import { termsText } from '#app/i18n/practice-terms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { LANGUAGES } from '#db/vocabulary.ts'
import { Panel } from '../../ui/panel.tsx'
import type { WorkView } from './work-practice-page.tsx'

/** By which words people find the practice, and what is missing, for whoever may assign them. */
export function TermsPanel({ view }: { view: WorkView }) {
  const t = useText(termsText)
  const { practice, can, searchTerms, subjects } = view
  if (!can.assign_terms) return null
  const without = languagesWithout(searchTerms)
  return (
    <Panel title={t.name}>
      {LANGUAGES.map((lang) => (
        <p key={lang} className="small">
          {t.language[lang]}: {without.includes(lang) ? t.none : t.count(searchTerms?.[lang].length ?? 0)}
        </p>
      ))}
      {subjects &&
        languagesWithout(subjects).map((lang) => (
          <p key={lang} className="small">
            {t.subjectsMissing[lang]}
          </p>
        ))}
      <p className="small">
        <a href={paths.practiceTerms(practice.publicId)}>{t.open}</a>
      </p>
    </Panel>
  )
}
