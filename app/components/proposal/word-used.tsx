import { SECTIONS } from '#app/domain/practice/sections.ts'
import type { ProposalView } from '#app/domain/proposal/read-proposal.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { proposalText } from '#app/i18n/proposal.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { LongText } from './offer-item.tsx'

type Props = { view: ProposalView; publicId: string; filled: string[]; changed: string[] }

/** After the draft was filled: what was filled, what was not, and the parts that were not used, to be copied. */
export function WordUsed({ view, publicId, filled, changed }: Props) {
  const lang = useLang()
  const { done: t, preview } = proposalText(lang)
  const named = (keys: string[]) =>
    formatList(
      lang,
      SECTIONS.filter((section) => keys.includes(section)).map((section) => sectionName(lang, section)),
    )
  const unused = view.pieces.filter(({ goesTo }) => goesTo === null)
  const [first] = SECTIONS.filter((section) => filled.includes(section))
  return (
    <>
      {filled.length > 0 && (
        <Band tone="ok" title={t.title(filled.length)} focus className="mb-5">
          {named(filled)}
        </Band>
      )}
      {changed.length > 0 && <Band tone="warn" title={t.changed(named(changed))} className="mb-5" />}
      <PageHead title={preview.title(view.fileName)}>{t.left}</PageHead>
      <p className="acts">
        <ButtonLink href={paths.editPractice(publicId, first ?? 'identity')}>{t.go}</ButtonLink>
        <a href={paths.workPractice(publicId)}>{t.overview}</a>
      </p>
      <Section id="sisa" title={t.unused}>
        {unused.length === 0 ? (
          <p>{t.all}</p>
        ) : (
          <ul className="lines plain">
            {unused.map(({ index, heading, text, reason }) => (
              <li key={index} className="stack-s">
                <p className="small dim">{heading ?? (reason && preview.reasons[reason])}</p>
                {text && <LongText text={text} />}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
