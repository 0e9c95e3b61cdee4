import type { ReactNode } from 'react'
import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import type { LikelySame, Likeness } from '#app/domain/practice/likely-same.server.ts'
import { likenessText } from '#app/i18n/likeness.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { InLanguage } from '../in-language.tsx'
import { whereLine } from '../where.ts'

type Props = {
  found: Likeness
  /** The record in work; without one nothing can be answered yet. */
  publicId?: string
  /** Where the record of the own agency is opened; others have no such page. */
  ownAgency?: string
  /** The record in work, and with which of those found it may be merged. */
  mergeable?: { publicId: string; ids: readonly string[] }
}

/** What resembles a practice, with enough to decide: what it does, who runs it where, since when, whether it lives. */
export function LikelySameList({ found, publicId, ownAgency, mergeable }: Props) {
  const lang = useLang()
  const t = likenessText(lang)
  return (
    <>
      {found.own.length > 0 && (
        <>
          <h3 className="h-m">{t.ownTitle}</h3>
          <ul className="lines small">
            {found.own.map((one) => (
              <li key={one.publicId}>
                <a href={paths.workPractice(one.publicId)}>{one.title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="lines small">
        {found.published.map((one) => (
          <Candidate key={one.publicId} one={one}>
            {one.agency === ownAgency && <a href={paths.workPractice(one.publicId)}>{t.ours}</a>}
            {publicId && <Answers publicId={publicId} one={one} />}
            {mergeable?.ids.includes(one.publicId) && (
              <a href={paths.mergePractice(mergeable.publicId, { with: one.publicId })}>{mergeText(lang).linkThis}</a>
            )}
          </Candidate>
        ))}
      </ul>
    </>
  )
}

function Candidate({ one, children }: { one: LikelySame; children: ReactNode }) {
  const lang = useLang()
  const t = likenessText(lang)
  const title = written(one.title, lang)
  const summary = written(one.tagline, lang)
  const facts = [
    splitBrand(one.brand).name,
    whereLine(lang, one),
    one.startYear !== null && t.since(one.startYear),
    vocabularyText(lang).lifeStatus[one.lifeStatus],
  ]
  return (
    <li>
      {one.answer === 'replica' && <Tag tone="ok">{t.isSource}</Tag>}{' '}
      <a href={paths.practice(one.publicId)}>{title ? <InLanguage {...title} /> : one.brand}</a>
      {summary && (
        <>
          <br />
          <InLanguage {...summary} />
        </>
      )}
      <br />
      <span className="dim">{facts.filter(Boolean).join(' · ')}</span>
      <div className="acts mt-2">{children}</div>
    </li>
  )
}

function Answers({ publicId, one }: { publicId: string; one: LikelySame }) {
  const t = likenessText(useLang())
  return (
    <form method="post" action={paths.likelySame(publicId)} className="acts">
      <input type="hidden" name="other" value={one.publicId} />
      {one.answer !== 'replica' && (
        <Button variant="link" name="answer" value="replica">
          {t.replica}
        </Button>
      )}
      <Button variant="link" name="answer" value="different">
        {one.answer === 'replica' ? t.notSource : t.different}
      </Button>
    </form>
  )
}
