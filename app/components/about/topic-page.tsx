import { siteInfoText } from '#app/i18n/site-info.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'

type Topics = { title: string; lead: string; topics: readonly (readonly [heading: string, ...paragraphs: string[]])[] }

/** A page of plain text under a few headings; ends with whom to ask. */
export function TopicPage({ title, lead, topics }: Topics) {
  const t = siteInfoText(useLang())
  return (
    <>
      <PageHead title={title}>
        <p className="lead">{lead}</p>
      </PageHead>
      {topics.map(([heading, ...paragraphs], index) => (
        <Section key={heading} id={`s${index + 1}`} title={heading}>
          <div className="prose">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </Section>
      ))}
      <p className="mt-4">
        {t.reportTo} <a href={paths.hubs()}>{t.hubs}</a>.
      </p>
    </>
  )
}
