import { FILL_MODES } from '#app/domain/proposal/offers.ts'
import type { ProposalView } from '#app/domain/proposal/read-proposal.server.ts'
import { proposalText, targetName } from '#app/i18n/proposal.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { KippCategory } from '#db/vocabulary.ts'
import { Picks } from '../ui/choice.tsx'
import { Fold } from '../ui/fold.tsx'
import { Icon } from '../ui/icon.tsx'
import { WordCount } from '../ui/word-count.tsx'

type Offer = ProposalView['offers'][number]

/** Characters that are shown at once; the rest unfolds. */
const GLANCE = 280

/** One section that the file would fill: its text, its length against the cap, and what stands there already. */
export function OfferItem({ offer }: { offer: Offer }) {
  const lang = useLang()
  const { preview: t } = proposalText(lang)
  const { target, words, cap, problem } = offer
  const name = targetName(lang, target)
  const text = shown(offer.text)
  const existing = shown(offer.existing)
  const isSame = existing !== '' && existing === text
  return (
    <li className="stack-s" id={`isi-${target}`}>
      <h3 className="h-m">{name}</h3>
      {existing !== '' && !isSame ? (
        <div className="diff">
          <div>
            <p className="kicker">{t.now}</p>
            <LongText text={existing} />
          </div>
          <div>
            <p className="kicker">{t.fromFile}</p>
            <LongText text={text} />
          </div>
        </div>
      ) : (
        <LongText text={text} />
      )}
      {words !== undefined && cap !== undefined && <WordCount fieldId={`isi-${target}`} count={words} cap={cap} />}
      {words !== undefined && cap !== undefined && words > cap && <p className="small">{t.over(words - cap)}</p>}
      {isSame && <p className="small dim">{t.same}</p>}
      {problem && (
        <p className="err">
          <Icon name="alert" />
          <span>{t.problem[problem]}</span>
        </p>
      )}
      {existing !== '' && !isSame && !problem && (
        <Picks
          type="radio"
          small
          name={`mode.${target}`}
          label={t.mode(name)}
          defaultValue={offer.mode}
          options={FILL_MODES.map((mode) => ({ value: mode, label: t.modes[mode] }))}
        />
      )}
    </li>
  )

  function shown(value: string): string {
    if (target !== 'kippCategory') return value
    return vocabularyText(lang).kippCategory[value as KippCategory] ?? value
  }
}

/** A text of the document; a long one shows its beginning. */
export function LongText({ text }: { text: string }) {
  if (text.length <= GLANCE * 1.3) {
    return (
      <p className="pre" lang="id">
        {text}
      </p>
    )
  }
  const cut = text.lastIndexOf(' ', GLANCE)
  return (
    <Fold
      summary={
        <span className="norm" lang="id">
          {text.slice(0, cut > 0 ? cut : GLANCE).replaceAll('\n', ' ')} …
        </span>
      }
    >
      <p className="pre" lang="id">
        {text}
      </p>
    </Fold>
  )
}
