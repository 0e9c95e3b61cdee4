import { keenestAdopter } from '#app/domain/network/flows.ts'
import type { readNetwork } from '#app/domain/network/read-network.server.ts'
import { splitBrand } from '#app/domain/practice/bilingual.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { networkText } from '#app/i18n/network.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { InLanguage } from '../practice/in-language.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { Stats } from '../ui/stats.tsx'
import { Table } from '../ui/table.tsx'
import { Threads } from './threads.tsx'
import { type ProvinceFigures, TileKey, TileMap } from './tile-map.tsx'

export type Network = Awaited<ReturnType<typeof readNetwork>>

/** The network: the map of provinces, its figures, who took over what, and everything again as tables. */
export function NetworkPage({ network }: { network: Network }) {
  const t = networkText(useLang())
  const { provinces, catalogue } = network
  return (
    <>
      <PageHead title={t.title(provinces.length, catalogue.domestic)}>
        <p className="lead">{t.lead}</p>
      </PageHead>
      <TileMap provinces={provinces} />
      <TileKey unplaced={catalogue.domestic - catalogue.placed} abroad={catalogue.abroad} />
      <NetworkStats network={network} />
      <Flows network={network} />
      <Section id="tabel" title={t.table.title}>
        <ProvinceTable provinces={provinces} />
      </Section>
    </>
  )
}

function NetworkStats({ network: { hubCount, catalogue, provinces } }: { network: Network }) {
  const lang = useLang()
  const t = networkText(lang).stats
  const total = provinces.reduce((sum, { districts }) => sum + districts, 0)
  const figure = (n: number) => formatNumber(lang, n)
  return (
    <div className="mt-6">
      <Stats
        items={[
          { key: 'hubs', figure: figure(hubCount), label: t.hubs, href: paths.hubs() },
          { key: 'districts', figure: figure(catalogue.districts), label: t.districts(total), href: '#tabel' },
          { key: 'figures', figure: figure(catalogue.withResults), label: t.figures, href: paths.practices() },
          { key: 'copied', figure: figure(catalogue.copied), label: t.copied, href: '#alur' },
          {
            key: 'confirmed',
            figure: figure(catalogue.confirmed),
            label: t.confirmed,
            href: paths.practices({ sort: 'confirmed' }),
          },
        ]}
      />
    </div>
  )
}

function Flows({ network: { flows, threads, provinces } }: { network: Network }) {
  const t = networkText(useLang()).flows
  const names = Object.fromEntries(provinces.map(({ code, name }) => [code, name]))
  const keenest = keenestAdopter(threads)
  if (flows.length === 0) {
    return (
      <Section id="alur" title={t.title}>
        <p className="dim">{t.none}</p>
      </Section>
    )
  }
  return (
    <Section id="alur" title={t.title}>
      <p className="dim read mb-4">
        {t.lead} {keenest && t.keenest(names[keenest.code] ?? keenest.code, keenest.origins)}
      </p>
      {threads.length > 0 && <Threads threads={threads} names={names} keenest={keenest?.code} />}
      <div className="mt-5">
        <Table
          caption={t.caption}
          hot
          rows={byPractice(flows)}
          rowKey={({ publicId }) => publicId}
          columns={[
            {
              head: t.practice,
              header: true,
              cell: ({ publicId, brand }) => <a href={paths.practice(publicId)}>{splitBrand(brand).name}</a>,
            },
            { head: t.origin, cell: ({ origin }) => origin },
            { head: t.adopter, cell: ({ adopters }) => <InLanguage text={adopters.join(', ')} lang="id" /> },
          ]}
        />
      </div>
    </Section>
  )
}

/** One row a practice, with everybody who took it over. */
function byPractice(flows: Network['flows']) {
  const rows = new Map<string, Network['flows'][number] & { adopters: string[] }>()
  for (const flow of flows) {
    const row = rows.get(flow.publicId) ?? { ...flow, adopters: [] }
    row.adopters.push(flow.adopter)
    rows.set(flow.publicId, row)
  }
  return [...rows.values()]
}

function ProvinceTable({ provinces }: { provinces: readonly ProvinceFigures[] }) {
  const lang = useLang()
  const t = networkText(lang).table
  return (
    <Table
      labelledBy="h-tabel"
      hot
      rows={provinces}
      rowKey={({ code }) => code}
      columns={[
        {
          head: t.province,
          header: true,
          cell: ({ code, name }) => <a href={paths.practices({ province: code })}>{name}</a>,
        },
        { head: t.practices, end: true, cell: ({ practices }) => formatNumber(lang, practices) },
        {
          head: t.districts,
          label: t.districtsShort,
          end: true,
          cell: ({ withPractice, districts }) => t.ofDistricts(withPractice, districts),
        },
        {
          head: t.hub,
          cell: ({ hubs }) =>
            hubs.length > 0 ? (
              hubs.map(({ name, slug }, index) => (
                <span key={slug}>
                  {index > 0 && ', '}
                  <a href={paths.hub(slug)}>{name}</a>
                </span>
              ))
            ) : (
              <span className="dim">{t.noHub}</span>
            ),
        },
      ]}
    />
  )
}
