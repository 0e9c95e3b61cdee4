import { linkText } from '#app/i18n/links.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Panel } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import type { WorkView } from './work-practice-page.tsx'

/** Outside links that lead nowhere any more, and where to mend them. */
export function DeadLinks({ view: { deadLinks, practice, can } }: { view: WorkView }) {
  const t = useText(linkText)
  if (deadLinks.length === 0) return null
  return (
    <Panel title={t.title(deadLinks.length)}>
      <ul className="lines small">
        {deadLinks.map(({ url, answer, failingSince }) => (
          <li key={url}>
            <span className="pre">{url}</span>
            <br />
            <span className="dim">
              {t.answer[answer] ?? t.status(answer)}
              {failingSince && (
                <>
                  , {t.since} <When at={failingSince} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="small">
        {can.edit ? (
          <a href={paths.editPractice(practice.publicId, 'sources')}>{t.mend}</a>
        ) : (
          can.start_revision && t.begin
        )}
      </p>
    </Panel>
  )
}
