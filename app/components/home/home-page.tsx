import type { readOverview } from '#app/domain/report/overview.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { homeText } from '#app/i18n/home.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { MiniMap } from '../network/mini-map.tsx'
import { Evidence } from '../practice/evidence.tsx'
import { InLanguage } from '../practice/in-language.tsx'
import { LifeStatus } from '../practice/life-status.tsx'
import { PracticeBrief } from '../practice/practice-brief.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Section } from '../ui/panel.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'

export type Overview = Awaited<ReturnType<typeof readOverview>>

const SECTORS_SHOWN = 12

/** The front page: what it is, the search, the catalogue in figures, what is new, what was copied, which needs wait. */
export function HomePage({ overview, now }: { overview: Overview; now: Date }) {
  return (
    <>
      <div className="cols cols--main">
        <Intro overview={overview} />
        <Today overview={overview} />
      </div>
      <SectorIndex overview={overview} />
      <div className="cols cols--main mt-6">
        <Copied overview={overview} />
        <Marks now={now} />
      </div>
      <Newest overview={overview} />
      <Needs needs={overview.needs} />
    </>
  )
}

function Intro({ overview: { catalogue, provinces } }: { overview: Overview }) {
  const t = homeText(useLang())
  return (
    <div>
      <div className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead(catalogue)}</p>
      </div>
      <SearchForm className="panel" action={paths.practices()}>
        <Field name="q" type="search" label={t.question} hint={t.hint} autoComplete="off" />
        <div className="row row--end">
          <Select
            name="province"
            label={t.province}
            small
            width="m"
            empty={t.anyProvince}
            options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Button icon="search">{t.search}</Button>
        </div>
      </SearchForm>
      <p className="small mt-3">
        {t.examples}{' '}
        {t.exampleWords.map((words, index) => (
          <span key={words}>
            {index > 0 && ' · '}
            <a href={paths.practices({ q: words })}>{words}</a>
          </span>
        ))}
      </p>
    </div>
  )
}

function Today({ overview: { catalogue, provinces, waitingNeeds } }: { overview: Overview }) {
  const t = homeText(useLang())
  return (
    <section aria-labelledby="h-hari-ini">
      <h2 className="kicker" id="h-hari-ini">
        {t.today}
      </h2>
      <div className="mt-2">
        <Facts small>
          <Fact label={t.facts.practices}>{t.facts.practicesText(catalogue.domestic, catalogue.abroad)}</Fact>
          <Fact label={t.facts.figures}>{t.facts.figuresText(catalogue.withResults)}</Fact>
          <Fact label={t.facts.alive}>{t.facts.aliveText(catalogue.confirmed)}</Fact>
          <Fact label={t.facts.copied}>{t.facts.copiedText(catalogue.copied)}</Fact>
          <Fact label={t.facts.needs}>{t.facts.needsText(waitingNeeds)}</Fact>
        </Facts>
      </div>
      <p className="mt-4">
        <a href={paths.network()}>
          <MiniMap provinces={provinces} />
          {t.map(provinces.length)}
        </a>
      </p>
    </section>
  )
}

function SectorIndex({ overview: { sectors } }: { overview: Overview }) {
  const lang = useLang()
  const t = homeText(lang)
  const words = vocabularyText(lang).sector
  const row = ({ sector, count }: Overview['sectors'][number]) => (
    <li key={sector}>
      <a href={paths.practices({ sector })}>
        <span>{words[sector]}</span>
        <span className="n">{count}</span>
      </a>
    </li>
  )
  return (
    <Section id="urusan" title={t.sectors}>
      <ul className="lines lines--links index">{sectors.slice(0, SECTORS_SHOWN).map(row)}</ul>
      {sectors.length > SECTORS_SHOWN && (
        <details className="fold">
          <summary>{t.allSectors(sectors.length)}</summary>
          <ul className="lines lines--links index">{sectors.slice(SECTORS_SHOWN).map(row)}</ul>
        </details>
      )}
    </Section>
  )
}

function Copied({ overview: { copied } }: { overview: Overview }) {
  const lang = useLang()
  const t = homeText(lang)
  return (
    <section className="sec m-0" aria-labelledby="h-ditiru">
      <div className="sec__head">
        <h2 id="h-ditiru">{t.copied}</h2>
        <a href={paths.network()}>{t.allFlows}</a>
      </div>
      <ul className="hits">
        {copied.map((practice) => (
          <PracticeBrief key={practice.publicId} practice={practice}>
            {practice.namedAdopters.length > 0 ? (
              <>
                {t.adoptedBy}{' '}
                <b>
                  <InLanguage text={formatList(lang, practice.namedAdopters)} lang="id" />
                </b>
              </>
            ) : (
              t.adoptionsHere(practice.adoptionsRecorded)
            )}
          </PracticeBrief>
        ))}
      </ul>
    </section>
  )
}

function Newest({ overview: { newest } }: { overview: Overview }) {
  const t = homeText(useLang())
  return (
    <Section id="terbaru" title={t.newest} aside={<a href={paths.practices({ sort: 'newest' })}>{t.allNewest}</a>}>
      <ul className="hits">
        {newest.map((practice) => (
          <PracticeBrief key={practice.publicId} practice={practice} />
        ))}
      </ul>
    </Section>
  )
}

/** Examples of the marks: none of them speaks of a real practice, and each says so. */
function Marks({ now }: { now: Date }) {
  const t = homeText(useLang())
  const monthsAgo = (months: number) => {
    const date = new Date(now)
    date.setUTCMonth(date.getUTCMonth() - months, 1)
    return date
  }
  return (
    <section className="sec m-0" aria-labelledby="h-tanda">
      <h2 id="h-tanda">{t.marks}</h2>
      <ul className="lines small">
        <li>
          <LifeStatus status="unconfirmed" confirmedOn={null} freshness="none" now={now} />
          <br />
          <span className="dim">{t.markUnconfirmed}</span>
        </li>
        <li>
          <LifeStatus status="steady" confirmedOn={monthsAgo(2)} freshness="fresh" now={now} />
          <br />
          <span className="dim">{t.markSteady}</span>
        </li>
        <li>
          <LifeStatus status="constrained" confirmedOn={monthsAgo(9)} freshness="aging" now={now} as="short" />
          <br />
          <span className="dim">{t.markConstrained}</span>
        </li>
        <li>
          <Evidence level={3} />
          <br />
          <span className="dim">
            {t.markEvidence} <a href={paths.evidenceRule()}>{t.evidenceRule}</a>
          </span>
        </li>
      </ul>
    </section>
  )
}

function Needs({ needs }: { needs: Overview['needs'] }) {
  const t = homeText(useLang())
  return (
    <Section id="butuh" title={t.needs} aside={<a href={paths.needs()}>{t.allNeeds}</a>}>
      {needs.length > 0 ? (
        <NeedTable needs={needs} />
      ) : (
        <Empty
          title={t.noNeeds}
          heading="h3"
          action={
            <ButtonLink variant="quiet" href={paths.newNeed()} rel="nofollow">
              {t.recordNeed}
            </ButtonLink>
          }
        >
          {t.noNeedsText}
        </Empty>
      )}
    </Section>
  )
}

function NeedTable({ needs }: { needs: Overview['needs'] }) {
  const t = homeText(useLang())
  const dotted = (isDemo: boolean) => (isDemo ? 'demo' : undefined)
  return (
    <Table
      labelledBy="h-butuh"
      hot
      rows={needs}
      rowKey={(need) => need.publicId}
      columns={[
        {
          head: t.need.problem,
          header: true,
          cell: (need) => (
            <a href={paths.need(need.publicId)}>
              <InLanguage text={need.problem} lang="id" />
            </a>
          ),
        },
        { head: t.need.region, cell: (need) => <span className={dotted(need.isDemo)}>{need.region}</span> },
        {
          head: t.need.affected,
          cell: ({ affectedGroup, isDemo }) =>
            affectedGroup ? (
              <span className={dotted(isDemo)}>
                <InLanguage text={affectedGroup} lang="id" />
              </span>
            ) : (
              <span className="dim">{t.unknown}</span>
            ),
        },
        { head: t.need.matches, cell: (need) => need.matches },
        { head: t.need.recorded, className: 'nowrap', cell: (need) => <When at={need.createdAt} /> },
      ]}
    />
  )
}
