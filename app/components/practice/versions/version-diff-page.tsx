import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import type { VersionDiff } from '#app/domain/practice/read-versions.server.ts'
import type { DiffProblem } from '#app/http/version-diff.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { versionsText } from '#app/i18n/practice-versions.ts'
import { searchText } from '#app/i18n/search.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/panel.tsx'
import { Comparison } from '../diff/comparison.tsx'

type Props = { diff: VersionDiff; problem: DiffProblem | undefined }

/** The title of the browser window. */
export function versionDiffTitle(lang: Lang, diff: VersionDiff | undefined): string {
  const t = versionsText(lang)
  if (!diff) return t.titleChoose
  return `${t.title(diff.from, diff.to)}: ${splitBrand(diff.brand).name}`
}

/** Two published versions side by side: what changed by section and word, what stayed folded. */
export function VersionDiffPage({ diff, problem }: Props) {
  const lang = useLang()
  const t = versionsText(lang)
  const title = written(diff.title, lang)
  const { before, after } = diff
  const isPair = !problem && before && after && before.number !== after.number
  return (
    <>
      <Crumbs
        items={[
          { label: searchText(lang).title, href: paths.practices() },
          { label: title?.text ?? diff.brand, href: paths.practice(diff.publicId) },
        ]}
      />
      <PageHead title={isPair ? t.title(before.number, after.number) : t.titleChoose}>
        <p>
          <a href={paths.practice(diff.publicId)} lang={title && title.lang !== lang ? title.lang : undefined}>
            {title?.text ?? diff.brand}
          </a>{' '}
          <span className="dim num">{diff.publicId}</span>
        </p>
      </PageHead>
      <Notice diff={diff} problem={problem} />
      {isPair && <Changes diff={diff} before={before} after={after} />}
      {diff.numbers.length > 1 && <Choice diff={diff} />}
    </>
  )
}

/** Why there is nothing to see, where there is not. */
function Notice({ diff, problem }: Props) {
  const t = versionsText(useLang())
  const words =
    problem === 'unreadable'
      ? t.unreadable
      : problem === 'missing'
        ? t.missing(diff.missing.map(String))
        : diff.numbers.length === 1
          ? t.onlyOne
          : diff.from === diff.to
            ? t.equal(diff.from)
            : undefined
  return words ? <Band tone={problem ? 'warn' : 'info'} title={words} className="mb-5" /> : null
}

type Text = NonNullable<VersionDiff['before']>

/** What the two are, and everything that differs. */
function Changes({ diff, before, after }: { diff: VersionDiff; before: Text; after: Text }) {
  const lang = useLang()
  const t = versionsText(lang)
  const named = ({ number, publishedAt }: Text) => t.versionOf(number, formatDate(lang, publishedAt ?? new Date(0)))
  return (
    <>
      <p className="acts mb-4">
        {[before.number, after.number].map((number) => (
          <a key={number} href={paths.practiceVersion(diff.publicId, number)}>
            {t.read(number)}
          </a>
        ))}
      </p>
      <Comparison
        before={before.content}
        after={after.content}
        sides={{ before: named(before), after: named(after) }}
      />
    </>
  )
}

/** Other pairs, without script: a form whose address is the comparison. */
function Choice({ diff }: { diff: VersionDiff }) {
  const t = versionsText(useLang())
  const options = diff.numbers.map((number) => ({ value: String(number), label: t.versionN(number) }))
  const [newest = 1, former = 1] = diff.numbers
  const known = (number: number, otherwise: number) => String(diff.numbers.includes(number) ? number : otherwise)
  return (
    <Section id="pilih" title={t.choose}>
      <form method="get" action={paths.practiceDiff(diff.publicId)} className="row row--end">
        <Select name="from" label={t.from} options={options} empty={false} defaultValue={known(diff.from, former)} />
        <Select name="to" label={t.to} options={options} empty={false} defaultValue={known(diff.to, newest)} />
        <Button variant="quiet">{t.show}</Button>
      </form>
    </Section>
  )
}
