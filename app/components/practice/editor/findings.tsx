import type { Finding } from '#app/domain/practice/check-text.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { fieldId } from '../../ui/field-frame.tsx'
import { fieldLabel } from '../field-words.ts'

/** Fields that stand for a question of several. */
const ASKED_AS: Record<string, string> = { launchMin: 'launch' }

/** What was found, in words. The sentences come with the page, in its language. */
export function findingSentence(lang: Lang, sentences: Readonly<Record<string, string>>, finding: Finding): string {
  const { rule, section, field, args } = finding
  return (sentences[rule] ?? rule)
    .replace('{field}', () => fieldLabel(lang, section, ASKED_AS[field] ?? field))
    .replace(/\{(\d)\}/g, (_all, index: string) => String(args[Number(index)] ?? ''))
}

type FindingsProps = {
  findings: readonly Finding[]
  sentences: Readonly<Record<string, string>>
  publicId: string
  /** The section whose form is on this page. */
  current?: Finding['section']
}

/** Findings as links to the fields where they are mended. */
export function Findings({ findings, sentences, publicId, current }: FindingsProps) {
  const lang = useLang()
  return (
    <ul className="lines small">
      {findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
        <li key={index}>
          <a href={placeOf(finding)}>{findingSentence(lang, sentences, finding)}</a>
        </li>
      ))}
    </ul>
  )

  function placeOf({ section, field }: Finding): string {
    const anchor = `#${fieldId(field)}`
    return section === current ? anchor : paths.editPractice(publicId, section) + anchor
  }
}
