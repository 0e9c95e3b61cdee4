import { isSection } from '#app/domain/practice/sections.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { answerText } from '#app/i18n/practice-answer.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { TimeZone } from '#db/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { When } from '../../ui/when.tsx'
import { fieldLabel } from '../field-words.ts'
import { Answer } from '../review/answer.tsx'
import type { WorkView } from './work-practice-page.tsx'

type Remark = WorkView['comments'][number]

const KEY_EVENTS = ['publish', 'publish_minor', 'withdraw', 'confirm_life']

/** The state of a remark in one tag. */
export function RemarkTag({ remark }: { remark: Remark }) {
  const { overview: t } = practiceText(useLang())
  if (remark.resolvedAt) return <Tag tone="ok">{t.resolved}</Tag>
  if (remark.addressedAt) return <Tag tone="idle">{t.addressed}</Tag>
  return remark.required ? <Tag tone="warn">{t.requiredOpen}</Tag> : <Tag>{t.optional}</Tag>
}

/** A remark of a reviewer with its author, date and state; `children` are the acts on it. */
export function RemarkNote({ remark, children }: { remark: Remark; children?: React.ReactNode }) {
  const lang = useLang()
  return (
    <article className="note">
      <header>
        <b>{remark.author}</b>
        <When at={remark.createdAt} />
        <RemarkTag remark={remark} />
      </header>
      {(remark.field || remark.quote) && (
        <p className="small dim">
          {remark.field && isSection(remark.section) && fieldLabel(lang, remark.section, remark.field)}
          {remark.quote && <q>{remark.quote}</q>}
        </p>
      )}
      <p className="pre">{remark.body}</p>
      {remark.replies.map((reply) => (
        <div key={reply.id} className="reply mt-2">
          <p className="small dim">
            <b>{reply.author}</b> <When at={reply.createdAt} />
          </p>
          <p className="pre">{reply.body}</p>
        </div>
      ))}
      {children}
    </article>
  )
}

/** All remarks on the text in work, by section; the authors tick off what they have corrected. */
export function PracticeRemarks({ view: { comments, can, practice } }: { view: WorkView }) {
  const lang = useLang()
  const { overview: t } = practiceText(lang)
  if (comments.length === 0) return null
  return (
    <Section id="catatan" title={t.comments}>
      {comments.map((remark) => (
        <RemarkNote key={remark.id} remark={remark}>
          <div className="acts">
            {can.edit && isSection(remark.section) ? (
              <a className="bare" href={paths.editPractice(practice.publicId, remark.section)}>
                {sectionName(lang, remark.section)}
              </a>
            ) : (
              <span className="small dim">{sectionName(lang, remark.section)}</span>
            )}
            {can.reply_comment && !remark.resolvedAt && (
              <Answer remarkId={remark.id} intent="reply" words={answerText(lang).reply} />
            )}
            {can.address_comment && !remark.addressedAt && !remark.resolvedAt && (
              <form method="post">
                <input type="hidden" name="commentId" value={remark.id} />
                <Button variant="quiet" name="intent" value="address">
                  {t.address}
                </Button>
              </form>
            )}
          </div>
        </RemarkNote>
      ))}
    </Section>
  )
}

/** What happened to a practice, newest first. */
export function PracticeTrail({ events, zone }: { events: WorkView['events']; zone: TimeZone }) {
  const lang = useLang()
  const t = practiceText(lang)
  return (
    <Section id="riwayat" title={t.overview.history}>
      <Timeline
        small
        events={events.map(({ id, event, at, actor, number, reason, lifeStatus }) => ({
          key: id,
          important: KEY_EVENTS.includes(event),
          content: (
            <>
              <When at={at} as="time" zone={zone} /> · <b>{t.event[event] ?? event}</b>
              {lifeStatus && (
                <>
                  : <b>{vocabularyText(lang).lifeStatus[lifeStatus].toLowerCase()}</b>
                </>
              )}
              {number !== null && ` (${t.overview.version(number).toLowerCase()})`}, {t.by} {actor ?? t.system}
              {reason && <> “{reason}”</>}
            </>
          ),
        }))}
      />
    </Section>
  )
}
