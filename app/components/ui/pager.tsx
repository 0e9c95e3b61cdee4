import { uiText } from '#app/i18n/ui.ts'
import { useText } from '#app/i18n/use-text.tsx'

type PagerProps = {
  page: number
  pageSize: number
  total: number
  /** Something comes after this page although the total says otherwise: the list has shrunk meanwhile. */
  more?: boolean
  /** The list has filters: pages of all their combinations are without end, and not for crawlers. */
  multiplies?: boolean
  href: (page: number) => string
}

/** The page numbers to offer: first, last, and two on either side of the current one; `null` is a gap. */
export function pagesToShow(page: number, pages: number): (number | null)[] {
  const shown = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter(
    (n) => n >= 1 && n <= pages,
  )
  shown.sort((a, b) => a - b)
  return shown.flatMap((n, index) => {
    const before = shown[index - 1]
    if (before === undefined || n === before + 1) return [n]
    return n === before + 2 ? [n - 1, n] : [null, n]
  })
}

/** Links with numbers, and "9–16 dari 32". Nothing when everything fits on one page. */
export function Pager({ page, pageSize, total, more, multiplies, href }: PagerProps) {
  const t = useText(uiText)
  const pages = Math.max(1, Math.ceil(total / pageSize), more ? page + 1 : 1)
  if (pages === 1) return null
  const rel = (name?: 'prev' | 'next') => [name, multiplies && 'nofollow'].filter(Boolean).join(' ') || undefined
  return (
    <nav className="pager" aria-label={t.pages}>
      {page > 1 && (
        <a href={href(page - 1)} rel={rel('prev')}>
          {t.previous}
        </a>
      )}
      {pagesToShow(page, pages).map((n, index) =>
        n === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other name
          <span key={`gap-${index}`} aria-hidden="true">
            …
          </span>
        ) : (
          <a
            key={n}
            href={href(n)}
            rel={rel()}
            aria-current={n === page ? 'page' : undefined}
            aria-label={t.pageNumber(n)}
          >
            {n}
          </a>
        ),
      )}
      {page < pages && (
        <a href={href(page + 1)} rel={rel('next')}>
          {t.next}
        </a>
      )}
      <span className="dim small">{t.range((page - 1) * pageSize + 1, Math.min(page * pageSize, total), total)}</span>
    </nav>
  )
}
