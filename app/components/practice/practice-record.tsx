import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'

const LONGEST_NAME = 60

/** What a link to a source is called: its site and the last words of its address. */
export function sourceName(source: string): string {
  try {
    const { hostname, pathname } = new URL(source)
    const words = decodeURIComponent(pathname)
      .split('/')
      .findLast((part) => /\p{L}{3}/u.test(part))
      ?.replace(/\.\w{2,5}$/, '')
      .replace(/[-_+]+/g, ' ')
      .trim()
    const host = hostname.replace(/^www\./, '')
    if (!words) return host
    return `${host}: ${words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME)}…` : words}`
  } catch {
    return source
  }
}

/** The last line of a printout: it ages, and the reader must see it. */
export function PrintFoot({ practice, now }: { practice: PracticeView; now: Date }) {
  const lang = useLang()
  return (
    <p className="only-print small print-foot">
      {practicePageText(lang).print.foot(formatDateTime(lang, now), practice.publicId, practice.version)}
    </p>
  )
}
