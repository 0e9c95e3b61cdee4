import type { PracticeContent } from '#db/practice-content.ts'
import { sameEntries, sectionEntries } from './section-form.ts'
import { SECTIONS, type Section } from './sections.ts'

/** One published version in the history of a practice. */
export type Version = {
  number: number
  publishedAt: Date | null
  /** Small things only, published without a review by the hub. */
  minor: boolean
  /** `first`: nothing before it; `older`: so far back that it was not compared; `same`: published again unchanged. */
  kind: 'first' | 'change' | 'same' | 'older'
  /** The sections that differ from the version before. */
  sections: Section[]
}

/** The sections that say something else in the second text. */
export function changedSections(before: PracticeContent, after: PracticeContent): Section[] {
  return SECTIONS.filter((section) => !sameEntries(sectionEntries(before, section), sectionEntries(after, section)))
}

type Text = { number: number; content: PracticeContent }

/** The history of a practice, newest first, with what each version changed; `texts` are those of the newest versions. */
export function historyOf(
  versions: readonly Pick<Version, 'number' | 'publishedAt' | 'minor'>[],
  texts: readonly Text[],
): Version[] {
  const textOf = (number: number | undefined) => texts.find((text) => text.number === number)?.content
  return versions.map((version, index) => {
    const former = versions[index + 1]
    if (!former) return { ...version, kind: 'first', sections: [] }
    const [before, after] = [textOf(former.number), textOf(version.number)]
    if (!before || !after) return { ...version, kind: 'older', sections: [] }
    const sections = changedSections(before, after)
    return { ...version, kind: sections.length > 0 ? 'change' : 'same', sections }
  })
}
