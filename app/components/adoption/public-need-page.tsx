import type { PublicNeed } from '#app/domain/adoption/read-need.server.ts'
import { needText } from '#app/i18n/need.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ADOPTION_STEPS } from '#db/vocabulary.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { MiniSteps } from '../ui/steps.tsx'
import { AdoptionTag, NeedTag } from './marks.tsx'
import { MatchTable } from './match-table.tsx'
import { NeedFacts } from './need-facts.tsx'
import { SimilarNeeds } from './similar-needs.tsx'

/** One need, for everybody: the problem, what was found for it, how far it is. */
export function PublicNeedPage({ view: { need, running, matches, adoption, similar, now } }: { view: PublicNeed }) {
  const t = useText(needText)
  return (
    <>
      <Crumbs items={[{ label: t.crumb, href: paths.needs() }, { label: need.publicId }]} />
      <PageHead title={need.problem}>
        <p>
          <NeedTag state={need.state} resting={!running} /> {need.isDemo && <span className="small dim">{t.demo}</span>}
        </p>
      </PageHead>
      <div className="cols cols--main">
        <div>
          <NeedFacts need={need} agency />
          {adoption && (
            <Section id="adopsi" title={t.adoptedBy}>
              <p>
                <AdoptionTag state={adoption.state} /> <MiniSteps step={adoption.step} of={ADOPTION_STEPS.length} />
              </p>
              {adoption.state === 'completed' && (
                <p className="mt-3">
                  <a href={paths.certificate(adoption.publicId)}>{t.certificate}</a>
                </p>
              )}
            </Section>
          )}
          <Section id="cocok" title={t.found}>
            {matches.length === 0 ? (
              <>
                <p className="dim">{t.foundNone}</p>
                <p className="mt-3">
                  <a href={paths.practices({ q: need.problem })}>{t.searchMore}</a>
                </p>
              </>
            ) : (
              <MatchTable matches={matches} now={now} labelledBy="h-cocok" search={need.problem} />
            )}
          </Section>
        </div>
        <aside className="stack" aria-label={t.similar}>
          <SimilarNeeds needs={similar} />
        </aside>
      </div>
    </>
  )
}
