import type { Likeness } from '#app/domain/practice/likely-same.server.ts'
import { likenessText } from '#app/i18n/likeness.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { LikelySameList } from './likely-same.tsx'

/** "Is it new?" beside a record in work. */
export function LikenessPanel({
  found,
  publicId,
  ownAgency,
  mayAnswer = true,
  mergeable = [],
}: {
  found: Likeness
  publicId: string
  ownAgency: string
  mayAnswer?: boolean
  /** With which of them this one may be merged. */
  mergeable?: readonly string[]
}) {
  const t = useText(likenessText)
  const isEmpty = found.published.length === 0 && found.own.length === 0
  return (
    <Panel title={t.title}>
      <p className="small dim">{isEmpty ? t.none : t.lead}</p>
      <LikelySameList
        found={found}
        publicId={mayAnswer ? publicId : undefined}
        ownAgency={ownAgency}
        mergeable={{ publicId, ids: mergeable }}
      />
    </Panel>
  )
}
