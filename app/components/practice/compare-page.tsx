// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on phones makes some browsers forget the roles of a table
import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import { readSearch, searchParams } from '#app/domain/practice/practice-query.ts'
import type { PracticeCard } from '#app/domain/practice/read-practice.server.ts'
import { compareText } from '#app/i18n/compare.ts'
import { searchText } from '#app/i18n/search.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { PracticeHit } from '#search/engine.ts'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { type CompareGroup, compareGroups } from './compare-rows.tsx'
import { InLanguage } from './in-language.tsx'
import { whereLine } from './where.ts'

export type ComparePageProps = {
  practices: PracticeCard[]
  /** Ids that were asked for and are not published. */
  missing: string[]
  /** More than four were asked for. */
  cut: boolean
  similar: PracticeHit[]
  onlyDifferent: boolean
  /** The search that the practices were chosen from, as its parameters. */
  from: string
  now: Date
}

const LETTERS = ['A', 'B', 'C', 'D']
const MOST = LETTERS.length

/** Up to four practices side by side, as answers to three questions. */
export function ComparePage(props: ComparePageProps) {
  const t = compareText(useLang())
  const { practices, missing, cut, onlyDifferent, from } = props
  const ids = practices.map(({ publicId }) => publicId)
  return (
    <>
      <Crumbs items={[{ label: searchText(useLang()).title, href: searchWith(from, ids) }, { label: t.crumb }]} />
      <PageHead
        title={t.title(practices.length)}
        action={
          practices.length > 1 && (
            <div className="acts">
              <ButtonLink
                variant="quiet"
                href={paths.compare(ids, { onlyDifferent: !onlyDifferent, from })}
                rel="nofollow"
              >
                {onlyDifferent ? t.everything : t.onlyDifferent}
              </ButtonLink>
            </div>
          )
        }
      >
        {practices.length > 1 ? t.lead : undefined}
      </PageHead>
      {missing.length > 0 && <Band tone="warn" title={t.missing(missing.join(', '))} className="mb-5" />}
      {cut && <Band tone="info" title={t.toomany} className="mb-5" />}
      {practices.length === 0 ? (
        <Empty title={t.empty} action={<ButtonLink href={searchWith(from, [])}>{t.toSearch}</ButtonLink>}>
          {t.emptyText}
        </Empty>
      ) : (
        <>
          {practices.length === 1 && <p className="mb-4">{t.tooFew}</p>}
          <CompareTable {...props} />
          <p className="small dim mt-4">{t.record}</p>
        </>
      )}
      {practices.length < MOST && <AddPractice {...props} />}
    </>
  )
}

/** Back to the search, with what is chosen already. */
const searchWith = (from: string, compare: readonly string[]) =>
  paths.practices(searchParams({ ...readSearch(new URLSearchParams(from)).state, compare }))

function CompareTable({ practices, onlyDifferent, from, now }: ComparePageProps) {
  const lang = useLang()
  const t = compareText(lang)
  const groups = compareGroups(practices, lang, now)
  return (
    <table role="table" className="t t--list t--cmp">
      <caption className="vh">{t.caption}</caption>
      <CompareHead practices={practices} />
      {groups.map((group) => (
        <GroupRows key={group.title} group={group} onlyDifferent={onlyDifferent} columns={practices.length} />
      ))}
      <tbody role="rowgroup">
        <tr role="row" className="cmp-act">
          <th role="rowheader" scope="row">
            {t.choose}
          </th>
          {practices.map(({ publicId }, index) => (
            <td key={publicId} role="cell" data-l={LETTERS[index]}>
              <span className="acts">
                <ButtonLink variant="quiet" href={paths.newNeed({ practice: publicId })} rel="nofollow">
                  {t.chooseOne(LETTERS[index] ?? '')}
                </ButtonLink>
                {practices.length > 1 && (
                  <a
                    href={paths.compare(
                      practices.flatMap((one) => (one.publicId === publicId ? [] : [one.publicId])),
                      { from },
                    )}
                    rel="nofollow"
                  >
                    {t.remove}
                    <span className="vh"> {LETTERS[index]}</span>
                  </a>
                )}
              </span>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

function CompareHead({ practices }: { practices: readonly PracticeCard[] }) {
  const t = compareText(useLang())
  return (
    <>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell">
            <span className="small dim">{t.content}</span>
          </td>
          {practices.map((practice, index) => (
            <th key={practice.publicId} role="columnheader" scope="col">
              <span className="cmp-k">{LETTERS[index]}</span>
              <PracticeLink practice={practice} />
              <span className="cmp-b">{splitBrand(practice.content.brand).name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="cmp-only">
        <tr role="row">
          <th role="rowheader" scope="row">
            {t.practice}
          </th>
          {practices.map((practice, index) => (
            <td key={practice.publicId} role="cell" data-l={LETTERS[index]}>
              <PracticeLink practice={practice} />
              <br />
              <span className="small brand-name">{splitBrand(practice.content.brand).name}</span>
            </td>
          ))}
        </tr>
      </tbody>
    </>
  )
}

function PracticeLink({ practice: { publicId, content } }: { practice: PracticeCard }) {
  const title = written(content.title, useLang())
  return <a href={paths.practice(publicId)}>{title ? <InLanguage {...title} /> : content.brand}</a>
}

function GroupRows({
  group,
  onlyDifferent,
  columns,
}: {
  group: CompareGroup
  onlyDifferent: boolean
  columns: number
}) {
  const rows = group.rows.filter(({ differs }) => differs || !onlyDifferent)
  if (rows.length === 0) return null
  return (
    <tbody role="rowgroup">
      <tr role="row" className="cmp-g">
        <th scope="rowgroup" colSpan={columns + 1}>
          {group.title}
        </th>
      </tr>
      {rows.map(({ label, cells, differs }) => (
        <tr key={label} role="row" className={cx(differs && 'cmp-diff')}>
          <th role="rowheader" scope="row">
            {label}
          </th>
          {cells.map((cell, index) => (
            <td key={LETTERS[index]} role="cell" data-l={LETTERS[index]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** One more practice: by its number, or one of those with a similar problem. */
function AddPractice({ practices, similar, from }: ComparePageProps) {
  const lang = useLang()
  const t = compareText(lang)
  const ids = practices.map(({ publicId }) => publicId)
  const others = similar.filter(({ publicId }) => !ids.includes(publicId))
  return (
    <>
      {others.length > 0 && (
        <Section id="serupa" title={t.suggestions}>
          <ul className="lines">
            {others.map((hit) => {
              const title = written(hit.title, lang)
              return (
                <li key={hit.publicId}>
                  <a href={paths.compare([...ids, hit.publicId], { from })} rel="nofollow">
                    {title ? <InLanguage {...title} /> : hit.brand}
                  </a>
                  <br />
                  <span className="small dim">{whereLine(lang, hit)}</span>
                </li>
              )
            })}
          </ul>
        </Section>
      )}
      <form action={paths.compare()} method="get" className="row row--end mt-6 no-print">
        {ids.map((id) => (
          <input key={id} type="hidden" name="id" value={id} />
        ))}
        {from && <input type="hidden" name="from" value={from} />}
        <Field name="id" id="tambah" label={t.addLabel} hint={t.addHint} autoComplete="off" maxLength={20} />
        <Button variant="quiet" icon="plus">
          {t.add}
        </Button>
        <ButtonLink variant="link" href={searchWith(from, ids)} rel="nofollow">
          {t.addFromSearch}
        </ButtonLink>
      </form>
    </>
  )
}
