import type { readGlossary } from '#app/domain/practice/read-glossary.server.ts'
import { siteInfoText } from '#app/i18n/site-info.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { useForeign } from '../practice/in-language.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'

export type Glossary = ReturnType<typeof readGlossary>

/** The terms of the field by topic, with what else they are called and their English. */
export function GlossaryPage({ glossary }: { glossary: Glossary }) {
  const t = siteInfoText(useLang()).glossary
  const id = useForeign('id')
  const en = useForeign('en')
  return (
    <>
      <PageHead title={t.title}>
        <p className="lead">{t.lead}</p>
      </PageHead>
      <nav aria-label={t.contents}>
        <ul className="chips">
          {glossary.map(({ topic }) => (
            <li key={topic}>
              <a className="chip" href={`#${topic}`}>
                {t.topics[topic]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {glossary.map(({ topic, groups }) => (
        <Section key={topic} id={topic} title={t.topics[topic]}>
          <Table
            labelledBy={`h-${topic}`}
            rows={groups}
            rowKey={({ terms }) => terms.join()}
            columns={[
              {
                head: t.term,
                header: true,
                headClassName: 'w-25',
                cell: ({ terms }) => <span lang={id}>{terms[0]}</span>,
              },
              {
                head: t.also,
                headClassName: 'w-45',
                cell: ({ terms, relation }) => (
                  <>
                    {relation === 'near' && terms.length > 1 && <span className="dim">{t.near} </span>}
                    <span lang={id}>{terms.slice(1).join(', ') || '–'}</span>
                  </>
                ),
              },
              { head: t.english, cell: ({ english }) => <span lang={en}>{english.join(', ')}</span> },
            ]}
          />
        </Section>
      ))}
    </>
  )
}
