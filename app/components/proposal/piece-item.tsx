import { choiceKey, PROPOSAL_TARGETS } from '#app/domain/proposal/offers.ts'
import type { ProposalView } from '#app/domain/proposal/read-proposal.server.ts'
import { proposalText, targetName } from '#app/i18n/proposal.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { Select } from '../ui/field.tsx'
import { LongText } from './offer-item.tsx'

type Piece = ProposalView['pieces'][number]

/** One part of the document with the choice where it goes; its number is that of its list. */
export function PieceItem({ piece, number }: { piece: Piece; number: number }) {
  const lang = useLang()
  const { preview: t } = proposalText(lang)
  const { index, heading, text, reason, goesTo } = piece
  const places = PROPOSAL_TARGETS.map((target) => ({ value: target, label: targetName(lang, target) }))
  return (
    <li className="stack-s">
      <p className="small dim">
        {number}. {heading ? `${t.heading}: ` : reason ? t.reasons[reason] : ''}
        {heading && <span lang="id">{heading}</span>}
      </p>
      {text && <LongText text={text} />}
      <Select
        small
        name={`to.${choiceKey(index)}`}
        label={t.to(number)}
        options={[{ value: '-', label: t.nowhere }, ...places]}
        empty={false}
        defaultValue={goesTo ?? '-'}
        width="m"
      />
    </li>
  )
}
