import { type SearchState, searchParams } from '#app/domain/practice/practice-query.ts'
import { exportText } from '#app/i18n/export.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Icon } from '../ui/icon.tsx'

const FORMATS = ['xlsx', 'csv', 'json'] as const

/** What was found as a file: all of it, in its order. */
export function TakeList({ state, total }: { state: SearchState; total: number }) {
  const lang = useLang()
  const t = exportText(lang)
  const params = searchParams({ ...state, page: 1, seen: [], compare: [] })
  if (lang !== 'id') params.set('lang', lang)
  return (
    <p className="small mt-5">
      <Icon name="download" /> {t.take}: <FormatLinks href={(format) => paths.exportPractices(format, params)} />
      <br />
      <span className="dim">{t.takeAll(formatNumber(lang, total))}</span>
    </p>
  )
}

/** One link a format; crawlers stay away from the files. */
export function FormatLinks({ href }: { href: (format: (typeof FORMATS)[number]) => string }) {
  const t = exportText(useLang())
  return FORMATS.map((format, index) => (
    <span key={format}>
      {index > 0 && ' · '}
      <a href={href(format)} rel="nofollow" download>
        {t.formats[format]}
      </a>
    </span>
  ))
}
