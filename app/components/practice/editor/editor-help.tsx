import { isStorySection, type Section } from '#app/domain/practice/sections.ts'
import type { SubmissionGap } from '#app/domain/practice/submission.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { validationMessage } from '#app/i18n/validation.ts'
import { paths } from '#app/paths.ts'
import { WORD_CAPS } from '#db/vocabulary.ts'
import { Panel } from '../../ui/panel.tsx'

/** Beside the form: what still blocks the submission, each a link, and where the text is used again. */
export function EditorHelp({ section, gaps, publicId }: { section: Section; gaps: SubmissionGap[]; publicId: string }) {
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
export function Gaps({ gaps, publicId, current }: { gaps: SubmissionGap[]; publicId: string; current?: Section }) {
  const lang = useLang()
  const words = practiceMessages(lang)
  return (
    <ul className="lines small">
      {gaps.map(({ section, field, message }) => {
        const sentence = validationMessage(lang, message, words)
        return (
          <li key={field}>
            {section === current ? sentence : <a href={paths.editPractice(publicId, section)}>{sentence}</a>}
          </li>
        )
      })}
    </ul>
  )
}
