import type { SessionPage as Page } from '#app/domain/coaching/read-session.server.ts'
import { coachingText } from '#app/i18n/coaching.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { ActionList, noteId } from './action-list.tsx'
import { SessionTag } from './marks.tsx'
import { SessionAnswer, SessionLock } from './session-answer.tsx'
import { SessionFacts, SessionHistory } from './session-facts.tsx'
import { TypedText } from './typed-text.tsx'
import { useDone } from './use-done.ts'
import { wordList } from './word-list.ts'

const NOTED = {
  recorded: 'recordedNote',
  planned: 'plannedNote',
  corrected: 'correctedNote',
  confirmed: 'confirmedNote',
  disputed: 'disputedNote',
  locked: 'lockedNote',
  finished: 'finishedNote',
} as const

/** One session: what was found and advised, what was agreed, who says so, and what comes next. */
export function SessionPage({ session, items, history, begun, can, done }: Page & { done: string | null }) {
  const lang = useLang()
  const t = coachingText(lang)
  const date = formatDate(lang, session.startsAt, session.timeZone)
  const planned = session.state === 'planned'
  return (
    <>
      <Crumbs items={[{ label: t.crumbs, href: paths.coaching() }, { label: session.receipt }]} />
      <Done done={done} receipt={session.receipt} />
      <Problems items={items} can={can} />
      <div className="page-head">
        <p className="kicker">{session.agencyName}</p>
        <h1>{planned ? t.visitOn(date) : t.sessionOn(date)}</h1>
        <p className="row">
          <SessionTag state={session.state} />
          <span className="dim small">
            {t.receipt} <span className="num">{session.receipt}</span>
          </span>
        </p>
      </div>
      <div className="cols cols--main">
        <div>
          {session.state === 'disputed' && (
            <Band tone="warn" title={t.disputedTitle(session.disputedByName ?? '')} className="mb-5">
              {session.disputeNote}
            </Band>
          )}
          <Written session={session} />
          {!planned && (
            <Section id="tindak-lanjut" title={t.actions}>
              {items.length > 0 ? <ActionList items={items} /> : <p className="dim">{t.actionsNone}</p>}
            </Section>
          )}
          {(can.correct || can.record || can.replan) && (
            <p className="acts mt-5">
              {can.correct && <ButtonLink href={paths.coachingEdit(session.id)}>{t.correct}</ButtonLink>}
              {can.record && (
                <ButtonLink variant={begun ? 'primary' : 'quiet'} href={paths.coachingEdit(session.id)}>
                  {t.write}
                </ButtonLink>
              )}
              {can.replan && (
                <ButtonLink variant={begun ? 'quiet' : 'primary'} href={paths.coachingEdit(session.id, { as: 'plan' })}>
                  {t.move}
                </ButtonLink>
              )}
            </p>
          )}
        </div>
        <aside className="stack" aria-label={t.about}>
          <SessionFacts session={session} />
          <SessionHistory history={history} zone={session.timeZone} />
        </aside>
      </div>
      {(can.confirm || can.dispute) && <SessionAnswer version={session.version} can={can} />}
      {can.lock && <SessionLock id={session.id} version={session.version} />}
    </>
  )
}

function Done({ done: last, receipt }: { done: string | null; receipt: string }) {
  const done = useDone(last)
  const t = coachingText(useLang()).done
  if (!done || !(done in t) || done.endsWith('Note')) return null
  const note = done in NOTED ? t[NOTED[done as keyof typeof NOTED]] : undefined
  return (
    <Band tone="ok" title={t[done as 'recorded']} focus className="mb-5">
      {typeof note === 'function' ? note(receipt) : note}
    </Band>
  )
}

/** What was wrong with the last attempt; a text whose form is gone stays readable. */
function Problems({ items, can }: Pick<Page, 'items' | 'can'>) {
  const reply = useFormReply()
  const itemId = reply.field('itemId').defaultValue
  const intent = reply.field('intent').defaultValue
  const stillThere = intent === 'dispute' ? can.dispute : items.some((item) => item.id === itemId && item.can.finish)
  return (
    <>
      <ErrorSummary
        errors={reply.errors}
        formErrors={reply.formErrors}
        ids={{ note: intent === 'dispute' ? 'f-note' : noteId(itemId) }}
      />
      {!stillThere && <TypedText text={reply.field('note').defaultValue} />}
    </>
  )
}

function Written({ session }: Pick<Page, 'session'>) {
  const lang = useLang()
  const t = coachingText(lang)
  const words = vocabularyText(lang)
  // What mentors write is Indonesian.
  const foreign = lang === 'id' ? undefined : 'id'
  if (session.state === 'planned') {
    return session.purpose ? (
      <p className="lead" lang={foreign}>
        {session.purpose}
      </p>
    ) : null
  }
  return (
    <>
      <Section id="temuan" title={t.findings} look="bare">
        <p className="prose" lang={foreign}>
          {session.findings}
        </p>
      </Section>
      <Section id="saran" title={t.advice} aside={session.adviceReusable && <Tag tone="idle">{t.reusable}</Tag>}>
        {session.advice ? (
          <p className="prose" lang={foreign}>
            {session.advice}
          </p>
        ) : (
          <p className="dim">{t.noAdvice}</p>
        )}
      </Section>
      {session.obstacles.length > 0 && (
        <Section id="hambatan" title={t.obstacles}>
          <p>{wordList(session.obstacles.map((obstacle) => words.obstacle[obstacle]))}</p>
          {session.obstacleNote && (
            <p className="prose mt-2" lang={foreign}>
              {session.obstacleNote}
            </p>
          )}
        </Section>
      )}
    </>
  )
}
