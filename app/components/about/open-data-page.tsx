import { openDataText } from '#app/i18n/open-data.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'

const ANSWER = `{
  "total": 7, "engine": "meilisearch", "took_ms": 12,
  "hits": [{ "id": "JIPP-31-0001", "title": "…", "brand": "…", "summary": "…",
             "agency": "…", "region": "…", "province": "…",
             "score": 0.93, "highlights": [ … ] }],
  "facets": { "province": [{ "value": "31", "count": 3 }], … }
}`

/** How programs read what is published. */
export function OpenDataPage({ site }: { site: string }) {
  const t = openDataText(useLang())
  const example = paths.apiPractices({ q: 'antrean puskesmas', limit: 5 })
  const endpoints = [
    { address: `${paths.apiPractices()}?q=…`, meaning: t.search },
    { address: `${paths.apiPractices()}/JIPP-…`, meaning: t.practice },
    { address: `${paths.exportPractices('csv')}?q=…`, meaning: t.export },
  ]
  return (
    <>
      <PageHead title={t.title}>
        <p className="lead">{t.lead}</p>
      </PageHead>
      <Section id="alamat" title={t.endpoints}>
        <ul className="lines">
          {endpoints.map(({ address, meaning }) => (
            <li key={address}>
              <code>GET {address}</code>
              <br />
              <span className="dim">{meaning}</span>
            </li>
          ))}
          <li>
            <a href={paths.apiDescription()}>{paths.apiDescription()}</a>
            <br />
            <span className="dim">{t.description}</span>
          </li>
          <li>
            <a href={paths.sitemap()}>{paths.sitemap()}</a>
            <br />
            <span className="dim">{t.sitemap}</span>
          </li>
        </ul>
      </Section>
      <Section id="parameter" title={t.parameters}>
        <Table
          labelledBy="h-parameter"
          rows={t.parameterRows}
          rowKey={([name]) => name}
          columns={[
            { head: t.parameter, header: true, headClassName: 'w-25', cell: ([name]) => <code>{name}</code> },
            { head: t.meaning, cell: ([, meaning]) => meaning },
          ]}
        />
      </Section>
      <Section id="contoh" title={t.example}>
        <p>
          <a href={example}>
            <code>{site + example}</code>
          </a>
        </p>
        <p className="mt-3">{t.answer}</p>
        <pre className="small">
          <code>{ANSWER}</code>
        </pre>
      </Section>
      <Section id="aturan" title={t.rules}>
        <ul className="lines">
          {t.ruleLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section id="lisensi" title={t.licence}>
        <p className="read">{t.licenceText}</p>
      </Section>
    </>
  )
}
