import type { readHub } from '#app/domain/network/read-network.server.ts'
import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import { exportText } from '#app/i18n/export.ts'
import { formatList, formatNumber } from '#app/i18n/format.ts'
import { lifeText } from '#app/i18n/life.ts'
import { networkText } from '#app/i18n/network.ts'
import { questionText } from '#app/i18n/question.ts'
import { searchText } from '#app/i18n/search.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { HubSort } from '#db/queries/network.server.ts'
import { FRESHNESS } from '#db/vocabulary.ts'
import { InLanguage } from '../practice/in-language.tsx'
import { lifeColumn } from '../practice/life-column.tsx'
import { sourceName } from '../practice/practice-record.tsx'
import { FormatLinks } from '../practice/take-list.tsx'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { Bar } from '../ui/meter.tsx'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { Stats } from '../ui/stats.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'

export type HubView = Awaited<ReturnType<typeof readHub>>
export type HubPageProps = { view: HubView; sort: HubSort; page: number; now: Date }

const SORTS: readonly HubSort[] = ['confirmed', 'region', 'newest']

/** A hub: its figures and practices; beside them its contacts, sectors, flows and the districts that are still empty. */
export function HubPage(props: HubPageProps) {
  const t = networkText(useLang())
  const { hub, figures } = props.view
  return (
    <>
      <Crumbs
        items={[
          { label: t.windowTitle, href: paths.network() },
          { label: t.hub.crumb, href: paths.hubs() },
        ]}
      />
      {hub.isDemo && <Band tone="info" title={t.hub.demo} className="mb-5" />}
      <div className="cols cols--main">
        <div>
          <PageHead title={hub.name}>
            <p className="lead">{hub.description ?? t.hub.lead(figures.districtTotal)}</p>
          </PageHead>
          <HubFigures view={props.view} />
          <HubPractices {...props} />
        </div>
        <HubSide view={props.view} />
      </div>
    </>
  )
}

function HubFigures({ view: { hub, figures } }: { view: HubView }) {
  const lang = useLang()
  const t = networkText(lang).hub.figures
  const list = paths.practices({ province: hub.provinces.map(({ code }) => code) })
  const figure = (n: number) => formatNumber(lang, n)
  return (
    <Stats
      items={[
        {
          key: 'practices',
          figure: figure(figures.practices),
          label: t.practices,
          href: hub.isDemo ? undefined : list,
        },
        { key: 'awarded', figure: figure(figures.awarded), label: t.awarded },
        {
          key: 'districts',
          figure: figure(figures.districts),
          label: t.districts(figures.districtTotal),
          href: '#kosong',
        },
        { key: 'confirmed', figure: figure(figures.confirmed), label: t.confirmed },
      ]}
    />
  )
}

function HubPractices({ view, sort, page, now }: HubPageProps) {
  const lang = useLang()
  const t = networkText(lang).hub
  const { hub, practices, figures, pageSize } = view
  const href = (number: number) =>
    paths.hub(hub.slug, { sort: sort === 'confirmed' ? undefined : sort, page: number > 1 ? number : undefined })
  return (
    <section className="sec" aria-labelledby="h-praktik">
      <div className="sec__head">
        <h2 id="h-praktik">{t.practices}</h2>
        <form action={paths.hub(hub.slug)} method="get" className="sort">
          <label htmlFor="sort" className="small">
            {t.sortBy}
          </label>
          <select className="in in--m" id="sort" name="sort" defaultValue={sort}>
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {t.sort[one]}
              </option>
            ))}
          </select>
          <Button variant="quiet">{t.doSort}</Button>
        </form>
      </div>
      {practices.length === 0 ? (
        <p className="dim">{t.noPractices}</p>
      ) : (
        <Table
          labelledBy="h-praktik"
          hot
          rows={practices}
          rowKey={({ publicId }) => publicId}
          columns={[
            {
              head: t.practice,
              header: true,
              headClassName: 'w-45',
              cell: ({ publicId, content }) => <PracticeName publicId={publicId} content={content} />,
            },
            { head: t.region, cell: ({ region }) => region ?? '–' },
            { head: t.since, cell: ({ content }) => content.startedOn?.slice(0, 4) ?? <span className="dim">–</span> },
            lifeColumn(t.life, now),
          ]}
        />
      )}
      <Pager page={page} pageSize={pageSize} total={figures.practices} href={href} />
      {practices.length > 0 && !hub.isDemo && (
        <p className="small mt-5">
          <Icon name="download" /> {exportText(lang).takeHub}:{' '}
          <FormatLinks
            href={(format) =>
              paths.exportPractices(format, { hub: hub.slug, sort: 'newest', lang: lang === 'id' ? undefined : lang })
            }
          />
        </p>
      )}
    </section>
  )
}

function PracticeName({ publicId, content }: Pick<HubView['practices'][number], 'publicId' | 'content'>) {
  const lang = useLang()
  const title = written(content.title, lang)
  const { name } = splitBrand(content.brand)
  return (
    <>
      <a href={paths.practice(publicId)}>{title ? <InLanguage {...title} /> : content.brand}</a>
      <br />
      {title ? <span className="small brand-name">{name}</span> : <Tag tone="idle">{searchText(lang).incomplete}</Tag>}
    </>
  )
}

const SECTORS_SHOWN = 6
const NAMES_SHOWN = 6

function HubSide({ view }: { view: HubView }) {
  const lang = useLang()
  const t = networkText(lang).hub
  const { hub, withoutPractice } = view
  const names = withoutPractice.slice(0, NAMES_SHOWN)
  return (
    <aside className="stack" aria-label={t.contact}>
      <Panel title={t.contact}>
        <Facts small>
          <Fact label={t.territory}>
            {hub.provinces.length > 0 &&
              formatList(
                lang,
                hub.provinces.map(({ name, code }) => `${name} (${code})`),
              )}
          </Fact>
          <Fact label={t.manager}>{hub.manager}</Fact>
          <Fact label={t.email}>
            {hub.contactEmail && <a href={`mailto:${hub.contactEmail}`}>{hub.contactEmail}</a>}
          </Fact>
          <Fact label={lifeText(lang).ask.window}>
            {view.figures.practices > 0 &&
              FRESHNESS.filter((age) => view.figures[age] > 0).map((age) => (
                <span key={age}>
                  {formatNumber(lang, view.figures[age])} {lifeText(lang).list.figure[age]}
                  <br />
                </span>
              ))}
          </Fact>
          {view.answers.asked > 0 && (
            <Fact label={questionText(lang).health}>
              {questionText(lang).healthOf(view.answers.answered, view.answers.asked)}
              {view.answers.medianHours !== null && `, ${questionText(lang).healthTime(view.answers.medianHours)}`}
            </Fact>
          )}
          <Fact label={t.opened}>{hub.openedOn?.slice(0, 4)}</Fact>
          {hub.source && (
            <Fact label={t.source}>
              <HubSource source={hub.source} />
            </Fact>
          )}
        </Facts>
      </Panel>
      <HubSectors sectors={view.sectors} />
      <section className="sec">
        <h2 className="h-l">{t.flows}</h2>
        <ul className="lines small">
          <FlowLine label={t.incoming} flows={view.incoming} />
          <FlowLine label={t.outgoing} flows={view.outgoing} />
        </ul>
      </section>
      <section className="sec" id="kosong">
        <h2 className="h-l">{t.without}</h2>
        <p className="small">
          {withoutPractice.length > 0
            ? t.withoutText(withoutPractice.length, formatList(lang, names), withoutPractice.length > names.length)
            : t.withoutNone}
        </p>
      </section>
    </aside>
  )
}

/** A decree, a report, an address: the parts of a source stand between semicolons. */
function HubSource({ source }: { source: string }) {
  return source.split('; ').map((part, index) => (
    <span key={part}>
      {index > 0 && ', '}
      {/^https?:/.test(part) ? <a href={part}>{sourceName(part)}</a> : part}
    </span>
  ))
}

function FlowLine({ label, flows }: { label: string; flows: HubView['incoming'] }) {
  const t = networkText(useLang()).hub
  if (flows.length === 0) {
    return (
      <li>
        <b>{label}</b>: {t.noFlow}
      </li>
    )
  }
  return flows.map((flow) => (
    <li key={`${flow.publicId} ${flow.adopter}`}>
      <b>{label}</b>: <a href={paths.practice(flow.publicId)}>{splitBrand(flow.brand).name}</a>,{' '}
      {t.flowTo(flow.origin, flow.adopter)}
    </li>
  ))
}

function HubSectors({ sectors }: { sectors: HubView['sectors'] }) {
  const lang = useLang()
  const t = networkText(lang).hub
  const words = vocabularyText(lang).sector
  if (sectors.length === 0) return null
  const rest = sectors.slice(SECTORS_SHOWN)
  const bars = sectors.slice(0, SECTORS_SHOWN).map(({ sector, count }) => ({ label: words[sector], count }))
  if (rest.length > 0) {
    bars.push({ label: t.otherSectors(rest.length), count: rest.reduce((sum, { count }) => sum + count, 0) })
  }
  const largest = Math.max(...bars.map(({ count }) => count))
  return (
    <section className="sec">
      <h2 className="h-l">{t.sectors}</h2>
      <dl className="stack-s small mt-2">
        {bars.map(({ label, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Bar percent={(count / largest) * 100}>{count}</Bar>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
