import type { SectionCompleteness } from '#app/domain/practice/sections.ts'
import { isStorySection } from '#app/domain/practice/sections.ts'
import { attachmentText } from '#app/i18n/attachments.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { gateText } from '#app/i18n/practice-gate.ts'
import { gateWords } from '#app/i18n/practice-quality.ts'
import { savingText } from '#app/i18n/practice-saving.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { tasksText } from '#app/i18n/practice-tasks.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { WORD_CAPS } from '#db/vocabulary.ts'
import { Icon } from '../../ui/icon.tsx'
import { Findings } from '../editor/findings.tsx'
import { StateMark } from '../editor/section-nav.tsx'
import type { WorkView } from './work-practice-page.tsx'

/** The sections of a draft as tasks, in any order: how far each is, what it lacks, what reviewers want, who is in it. */
export function SectionTasks({ view, next }: { view: WorkView; next: string | undefined }) {
  const sections = view.completeness?.sections ?? []
  return (
    <ol className="tasks">
      {sections.map((section) => (
        <Task key={section.section} view={view} task={section} isNext={section.section === next} />
      ))}
      <FilesTask view={view} isNext={next === 'attachments'} />
    </ol>
  )
}

/** Files are no section: none are needed, but those that are there must be described. */
function FilesTask({ view, isNext }: { view: WorkView; isNext: boolean }) {
  const lang = useLang()
  const { publicId } = view.practice
  const blocks = view.check?.findings.filter(({ section }) => section === 'attachments') ?? []
  const state = view.fileCount === 0 ? 'empty' : blocks.length > 0 ? 'partial' : 'complete'
  return (
    <li>
      <StateMark state={state} />
      <div className="stack-s">
        <p>
          <a href={paths.editPractice(publicId, 'attachments')}>{sectionName(lang, 'attachments')}</a>
          <span className="small dim"> {attachmentText(lang).count(view.fileCount)}</span>
          {isNext && <b className="small"> · {tasksText(lang).next}</b>}
        </p>
        {blocks.length > 0 && <Findings findings={blocks} sentences={gateText(lang)} publicId={publicId} />}
      </div>
    </li>
  )
}

function Task({ view, task, isNext }: { view: WorkView; task: SectionCompleteness; isNext: boolean }) {
  const lang = useLang()
  const t = tasksText(lang)
  const { section, state } = task
  const { publicId } = view.practice
  const findings = view.check?.findings.filter((one) => one.section === section) ?? []
  const blocks = findings.filter(({ severity }) => severity === 'blocks')
  const hints = findings.length - blocks.length
  const remarks = view.comments.filter((one) => one.section === section && !one.resolvedAt && !one.addressedAt)
  const present = view.present.filter((one) => one.section === section)
  return (
    <li>
      <StateMark state={state} />
      <div className="stack-s">
        <p>
          <a href={paths.editPractice(publicId, section)}>{sectionName(lang, section)}</a>
          <span className="small dim">
            {' '}
            {editorText(lang).state[state]}
            {figure() && `, ${figure()}`}
            {hints > 0 && `, ${gateWords(lang).suggestions(hints)}`}
          </span>
          {isNext && <b className="small"> · {t.next}</b>}
        </p>
        {blocks.length > 0 && <Findings findings={blocks} sentences={gateText(lang)} publicId={publicId} />}
        {remarks.length > 0 && <p className="small">{t.remarks(remarks.length)}</p>}
        {present.map(({ name, minutes }) => (
          <p key={name} className="saved">
            <Icon name="people" />
            {savingText(lang).inSection(name, minutes)}
          </p>
        ))}
      </div>
    </li>
  )

  function figure(): string {
    const { words, done = 0, of = 0 } = task
    if (words !== undefined && isStorySection(section)) return t.words(words, WORD_CAPS[section])
    if (section === 'results') return of > 0 ? t.lines(of, done) : ''
    return of > 1 ? t.answers(done, of) : ''
  }
}
