import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { needText } from '#app/i18n/need.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { lifeColumn } from '../practice/life-column.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { PracticeName } from './marks.tsx'

/** The practices compared in step 2, the chosen one marked with its reason. */
export function CandidateTable({ view, plain }: { view: AdoptionView; plain?: boolean }) {
  const t = useText(adoptionText)
  const n = useText(needText).table
  const { candidates, adoption, now } = view
  const here = candidates.filter(({ state }) => state === 'published').map(({ publicId }) => publicId)
  return (
    <Section id="dibandingkan" title={t.candidates} look={plain ? 'first' : undefined}>
      <Table
        labelledBy="h-dibandingkan"
        rows={candidates}
        rowKey={(row) => row.publicId}
        columns={[
          {
            head: n.practice,
            header: true,
            cell: ({ publicId, state, title, brand, agency }) => (
              <>
                {state === 'published' ? (
                  <a href={paths.practice(publicId)}>
                    <PracticeName title={title} brand={brand} />
                  </a>
                ) : (
                  <>
                    {publicId} <span className="dim norm">({t.gone})</span>
                  </>
                )}
                <br />
                <span className="small dim norm">
                  {publicId} · {agency}
                </span>
              </>
            ),
          },
          lifeColumn(n.life, now, 'word'),
          {
            head: n.why,
            cell: ({ practiceId, note }) =>
              practiceId === adoption.practiceId ? (
                <>
                  <Tag tone="ok">{t.chosen}</Tag> {note}
                </>
              ) : (
                (note ?? <span className="dim">{t.noReason}</span>)
              ),
          },
        ]}
      />
      {here.length >= 2 && (
        <p className="acts mt-4">
          <ButtonLink variant="quiet" icon="columns" href={paths.compare(here.slice(0, 4))}>
            {t.compare(Math.min(here.length, 4))}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}
