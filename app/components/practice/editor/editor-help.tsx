import { isStorySection, type Section } from '#app/domain/practice/sections.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import type { GapSentence } from '#app/i18n/practice-help.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { WORD_CAPS } from '#db/vocabulary.ts'
import { Panel } from '../../ui/panel.tsx'

/** Beside the form: what still blocks the submission, each a link, and where the text is used again. */
export function EditorHelp({ section, gaps, publicId }: { section: Section; gaps: GapSentence[]; publicId: string }) {
  const lang = useLang()
  const t = editorText(lang)
  return (
    <aside aria-label={t.help} className="stack">
      <Panel plain title={t.missing}>
        {gaps.length === 0 ? (
          <p className="small">{t.missingNone}</p>
        ) : (
          <Gaps gaps={gaps} publicId={publicId} current={section} />
        )}
      </Panel>
      {isStorySection(section) && (
        <Panel plain title={t.reuse}>
          <p className="small">{t.reuseKipp(WORD_CAPS[section])}</p>
          <p className="small dim">{t.reuseNote}</p>
        </Panel>
      )}
    </aside>
  )
}

/** What is missing, each line a link to its section. */
export function Gaps({ gaps, publicId, current }: { gaps: GapSentence[]; publicId: string; current?: Section }) {
  return (
    <ul className="lines small">
      {gaps.map(({ section, field, sentence }) => (
        <li key={field}>
          {section === current ? sentence : <a href={paths.editPractice(publicId, section)}>{sentence}</a>}
        </li>
      ))}
    </ul>
  )
}
