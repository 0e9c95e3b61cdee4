import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { splitBrand } from '#app/domain/practice/bilingual.ts'
import { daysBetween, today } from '#app/domain/shared/dates.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { adoptionRecordText } from '#app/i18n/adoption-record.ts'
import { formatDate, formatDateShort } from '#app/i18n/format.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { AdoptionStep } from '#db/vocabulary.ts'
import { Band } from '../ui/band.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Steps } from '../ui/steps.tsx'
import { When } from '../ui/when.tsx'
import { Demo, PracticeName } from './marks.tsx'

/** What is adopted, by whom, since when; what was just done; where the adoption stands. */
export function AdoptionHead({ view, done }: { view: AdoptionView; done: string | null }) {
  const t = useText(adoptionText)
  const { adoption } = view
  return (
    <>
      <Crumbs items={[{ label: t.crumb, href: paths.workAdoptions() }, { label: adoption.publicId }]} />
      {adoption.state === 'active' && <Done event={done} />}
      <PageHead
        title={<Title view={view} />}
        action={
          adoption.state === 'completed' ? (
            <div className="acts">
              <ButtonLink variant="quiet" icon="print" href={paths.certificate(adoption.publicId)}>
                {t.print}
              </ButtonLink>
            </div>
          ) : undefined
        }
      >
        <p className="dim">
          <Adopted view={view} />
          {t.since} <When at={adoption.createdAt} /> · {t.lead(view.leadName)}
          {view.mentors.length > 0 && ` · ${t.mentor(view.mentors.join(', '))}`}
        </p>
      </PageHead>
      <StateBand view={view} focus={done !== null} />
      <section aria-labelledby="h-langkah">
        <h2 className="vh" id="h-langkah">
          {t.steps}
        </h2>
        <Steps
          wide
          steps={view.process.map(({ step }) => ({
            key: step,
            label: <StepLabel step={step} />,
            note: <StepNote view={view} step={step} />,
            state: stepState(view, step),
          }))}
        />
      </section>
    </>
  )
}

function Title({ view: { title, brand, practicePublicId, need, agency, adoption } }: { view: AdoptionView }) {
  return (
    <>
      {practicePublicId ? <PracticeName title={title} brand={brand} /> : need.problem},{' '}
      <Demo is={adoption.isDemo}>{agency}</Demo>
    </>
  )
}

function Adopted({ view }: { view: AdoptionView }) {
  const t = useText(adoptionText)
  const { practicePublicId, practiceState, brand, sourceAgency, readVersion, liveVersion, need } = view
  if (!practicePublicId) return <>{`${t.forNeed} ${need.publicId} · `}</>
  const name = `${splitBrand(brand ?? '').name}, ${sourceAgency}`
  return (
    <>
      {t.adopts} {practiceState === 'published' ? <a href={paths.practice(practicePublicId)}>{name}</a> : name}
      {readVersion !== null && `, ${t.version(readVersion)}`}
      {readVersion !== null && liveVersion !== null && liveVersion > readVersion && (
        <>
          {' '}
          (<a href={paths.practiceVersion(practicePublicId, liveVersion)}>{t.newer(liveVersion)}</a>)
        </>
      )}
      {' · '}
    </>
  )
}

function StepLabel({ step }: { step: AdoptionStep }) {
  return <>{useText(vocabularyText).adoptionStep[step]}</>
}

function stepState({ adoption }: AdoptionView, step: AdoptionStep) {
  if (step < adoption.step || adoption.state === 'completed') return 'done'
  return step === adoption.step ? 'now' : 'later'
}

function StepNote({ view, step }: { view: AdoptionView; step: AdoptionStep }) {
  const lang = useLang()
  const t = adoptionText(lang)
  const opened = view.steps.find((one) => one.step === step)
  if (!opened) return null
  if (!opened.passedAt) {
    if (view.adoption.state !== 'active') return null
    const day = daysBetween(today(opened.openedAt), today(view.now)) + 1
    return <span className="nowrap">{t.day(day)}</span>
  }
  const extra =
    step === 2
      ? t.compared(view.candidates.length)
      : step === 4 && view.visits.every(({ remote }) => remote) && t.remote
  return [formatDateShort(lang, opened.passedAt), extra].filter(Boolean).join(', ')
}

function Done({ event }: { event: string | null }) {
  const words: Record<string, string> = useText(adoptionRecordText).history.event
  const t = useText(adoptionText)
  if (!event) return null
  return <Band tone="ok" focus className="mb-5" title={Object.hasOwn(words, event) ? words[event] : t.saved} />
}

/** Where an adoption stands that is not simply running; takes the focus when that was just brought about. */
function StateBand({ view, focus }: { view: AdoptionView; focus: boolean }) {
  const lang = useLang()
  const t = adoptionText(lang).band
  const words = vocabularyText(lang)
  const { adoption, interest } = view
  const pausedFor = view.events.find(({ event }) => event === 'pause')?.reason
  switch (adoption.state) {
    case 'paused':
      return (
        <Band tone="warn" className="mb-5" focus={focus} title={t.paused}>
          <p>
            {t.pausedText} {adoption.reviewOn && <When at={adoption.reviewOn} as="long" />}. {pausedFor}
          </p>
        </Band>
      )
    case 'stopped':
      return (
        <Band tone="info" className="mb-5" focus={focus} title={t.stopped}>
          <p>
            {adoption.stopReason && <b>{words.stopReason[adoption.stopReason]}</b>}. {adoption.stopNote}
          </p>
        </Band>
      )
    case 'declined':
      return (
        <Band tone="info" className="mb-5" focus={focus} title={t.declined}>
          <div className="stack-s">
            <p>{interest?.sourceNote}</p>
            {view.can.step_back && (
              <p>
                {t.declinedText} <a href={paths.adoptionPage(adoption.publicId, 'back')}>{t.chooseOther}</a>
              </p>
            )}
          </div>
        </Band>
      )
    case 'completed':
      return (
        <Band tone="ok" className="mb-5" focus={focus} title={t.completed}>
          <p>
            {t.completedText} <b>{adoption.certificateNumber}</b>
            {adoption.endedAt && `, ${formatDate(lang, adoption.endedAt)}`}.{' '}
            <a href={paths.certificate(adoption.publicId)}>{t.certificate}</a>
            {view.party === 'adopter' && view.replicaPublicId && (
              <>
                {' · '}
                <a href={paths.workPractice(view.replicaPublicId)}>{t.replica}</a>
              </>
            )}
          </p>
        </Band>
      )
    default:
      return null
  }
}
