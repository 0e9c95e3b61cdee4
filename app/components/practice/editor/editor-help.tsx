import type { RefObject } from 'react'
import type { readSection } from '#app/domain/practice/read-work.server.ts'
import { isStorySection, type Section } from '#app/domain/practice/sections.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import type { EditorHelpWords } from '#app/i18n/practice-help.ts'
import { gateWords } from '#app/i18n/practice-quality.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { WORD_CAPS } from '#db/vocabulary.ts'
import { Meter } from '../../ui/meter.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Findings } from './findings.tsx'
import { useLiveCheck } from './use-live-check.ts'

type EditorHelpProps = {
  section: Section
  check: Awaited<ReturnType<typeof readSection>>['check']
  sentences: EditorHelpWords['sentences']
  publicId: string
  form: RefObject<HTMLFormElement | null>
}

/** Beside the form: how good the text is, what still blocks it and what would make it better, each a link to its field. */
export function EditorHelp({ section, check, sentences, publicId, form }: EditorHelpProps) {
  const lang = useLang()
  const t = editorText(lang)
  const words = gateWords(lang)
  const { score, findings } = useLiveCheck(form, section, check)
  const blocks = [...check.elsewhere.flatMap((one) => one.blocks), ...findings].filter(
    ({ severity }) => severity === 'blocks',
  )
  const here = findings.filter(({ severity }) => severity === 'warns')
  const elsewhere = check.elsewhere.filter(({ warns }) => warns > 0)
  const list = { sentences, publicId, current: section }
  return (
    <aside aria-label={t.help} className="stack">
      <Panel plain title={words.title}>
        <p>
          <b>{words.score(score)}</b>
        </p>
        <Meter percent={score} />
        <p className="small dim">{words.scoreNote}</p>
      </Panel>
      <Panel plain title={words.blocks}>
        {blocks.length === 0 ? <p className="small">{words.blocksNone}</p> : <Findings {...list} findings={blocks} />}
      </Panel>
      <Panel plain title={words.here}>
        {here.length === 0 ? <p className="small">{words.hereNone}</p> : <Findings {...list} findings={here} />}
      </Panel>
      {elsewhere.length > 0 && (
        <Panel plain title={words.elsewhere}>
          <ul className="lines small">
            {elsewhere.map(({ section: other, warns }) => (
              <li key={other}>
                <a href={paths.editPractice(publicId, other)}>{sectionName(lang, other)}</a>{' '}
                <span className="dim">{words.suggestions(warns)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {isStorySection(section) && (
        <Panel plain title={t.reuse}>
          <p className="small">{t.reuseKipp(WORD_CAPS[section])}</p>
          <p className="small dim">{t.reuseNote}</p>
        </Panel>
      )}
    </aside>
  )
}
