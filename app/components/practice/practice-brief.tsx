import type { ReactNode } from 'react'
import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import type { PracticeCard } from '#app/domain/practice/read-practice.server.ts'
import { searchText } from '#app/i18n/search.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { useForeign } from './in-language.tsx'
import { whereLine } from './where.ts'

/** A practice in a short list: plain title, brand and place, and one line of its own. */
export function PracticeBrief({ practice, children }: { practice: PracticeCard; children?: ReactNode }) {
  const lang = useLang()
  const { content } = practice
  const title = written(content.title, lang)
  return (
    <li className="hit">
      <div>
        <h3 className="hit__title">
          <a href={paths.practice(practice.publicId)} lang={useForeign(title?.lang)}>
            {title?.text ?? content.brand}
          </a>
        </h3>
        <p className="small dim">
          {title && (
            <>
              <span className="brand-name">{splitBrand(content.brand).name}</span> ·{' '}
            </>
          )}
          {whereLine(lang, { ...practice, unit: content.unit })}
          {content.startedOn && ` · ${searchText(lang).since(Number(content.startedOn.slice(0, 4)))}`}
        </p>
        {children && <p className="small">{children}</p>}
      </div>
    </li>
  )
}
