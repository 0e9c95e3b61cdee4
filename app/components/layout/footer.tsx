import { layoutText } from '#app/i18n/layout.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { useRequestInfo, WEIGHT_PLACEHOLDER } from './request-info.ts'

/** Links about the site, and the weight of the page: a promise that is seen is kept. */
export function Footer() {
  const t = useText(layoutText)
  const { island } = useRequestInfo()
  return (
    <footer className="foot">
      <div className="wrap foot__row">
        <nav aria-label={t.aboutNav}>
          <ul>
            <li>
              <a href={paths.about()}>{t.about}</a>
            </li>
            <li>
              <a href={paths.lessons()}>{t.lessons}</a>
            </li>
            <li>
              <a href={paths.glossary()}>{t.glossary}</a>
            </li>
            <li>
              <a href={paths.accessibility()}>{t.accessibility}</a>
            </li>
            <li>
              <a href={paths.privacy()}>{t.privacy}</a>
            </li>
            <li>
              <a href={paths.openData()}>{t.openData}</a>
            </li>
            <li>
              <a href={paths.status()}>{t.status}</a>
            </li>
            <li>
              <a href="https://www.lapor.go.id">{t.complain}</a>
            </li>
          </ul>
        </nav>
        <p>
          {!island && t.weight(WEIGHT_PLACEHOLDER)}
          {t.zones}
        </p>
      </div>
    </footer>
  )
}
