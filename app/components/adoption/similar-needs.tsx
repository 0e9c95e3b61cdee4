import { needText } from '#app/i18n/need.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { NeedState } from '#db/vocabulary.ts'
import { Section } from '../ui/panel.tsx'
import { Demo } from './marks.tsx'

type Similar = { publicId: string; problem: string; agency: string; state: NeedState; isDemo: boolean }

/** Other districts whose problem reads alike. */
export function SimilarNeeds({ needs }: { needs: readonly Similar[] }) {
  const t = useText(needText)
  const words = useText(vocabularyText).needState
  if (needs.length === 0) return null
  return (
    <Section id="serupa" title={<span className="h-l">{t.similar}</span>}>
      <ul className="lines small">
        {needs.map(({ publicId, problem, agency, state, isDemo }) => (
          <li key={publicId}>
            <a href={paths.need(publicId)}>{problem}</a>
            <br />
            <span className="dim">
              <Demo is={isDemo}>{agency}</Demo> · {words[state]}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
