import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { AdaptationDecision, PartKind } from '#db/vocabulary.ts'
import { Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'

const LOOK = { core: 'filled', adaptable: 'outlined', optional: 'dashed' } as const satisfies Record<PartKind, string>

/** What became of each part of the source practice, and why. */
export function AdaptationTable({ view: { adaptations } }: { view: AdoptionView }) {
  const t = useText(adoptionText).adaptation
  const words = useText(vocabularyText)
  const count = (wanted: AdaptationDecision) => adaptations.filter(({ decision }) => decision === wanted).length
  return (
    <Section
      id="adaptasi"
      title={t.title}
      aside={<span className="small dim">{t.sum(count('kept'), count('changed'), count('dropped'))}</span>}
    >
      <Table
        labelledBy="h-adaptasi"
        rows={adaptations}
        rowKey={(row) => row.id}
        columns={[
          { head: t.part, header: true, cell: ({ part }) => part },
          { head: t.kind, cell: ({ kind }) => <Tag look={LOOK[kind]}>{words.partKind[kind]}</Tag> },
          {
            head: t.here,
            cell: ({ decision, becomes }) => (
              <>
                {decision === 'kept' ? words.adaptationDecision.kept : <b>{words.adaptationDecision[decision]}</b>}
                {becomes && `: ${becomes}`}
              </>
            ),
          },
          { head: t.reason, cell: ({ reason }) => reason ?? <span className="dim">–</span> },
        ]}
      />
    </Section>
  )
}
