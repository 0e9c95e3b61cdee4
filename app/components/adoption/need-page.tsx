import { isRunning } from '#app/domain/adoption/adoption.ts'
import type { NeedView } from '#app/domain/adoption/read-need.server.ts'
import { needText } from '#app/i18n/need.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ADOPTION_STEPS } from '#db/vocabulary.ts'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { TextArea } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Panel, Section } from '../ui/panel.tsx'
import { MiniSteps } from '../ui/steps.tsx'
import { AdoptionTag, NeedTag, PracticeName } from './marks.tsx'
import { MatchTable } from './match-table.tsx'
import { NeedFacts } from './need-facts.tsx'
import { NeedSuggestions } from './need-suggestions.tsx'
import { SimilarNeeds } from './similar-needs.tsx'
import { Unsent } from './unsent.tsx'

/** One need, for those who work with it: what may answer it, the adoption, who helps. */
export function NeedPage({ view, done }: { view: NeedView; done: string | null }) {
  const t = useText(needText)
  const { need, matches, can, now, adoptions } = view
  return (
    <>
      <Crumbs items={[{ label: t.crumb, href: paths.workNeeds() }, { label: need.publicId }]} />
      <Done done={done} />
      <Unsent withErrors offered={{ match: can.match, unmatch: can.match, adopt: can.adopt, close: can.close }} />
      <PageHead
        title={need.problem}
        action={
          can.edit ? (
            <div className="acts">
              <ButtonLink variant="quiet" href={paths.editNeed(need.publicId)}>
                {t.edit}
              </ButtonLink>
            </div>
          ) : undefined
        }
      >
        <p>
          <NeedTag state={need.state} resting={!adoptions.some(({ state }) => isRunning(state))} />
        </p>
      </PageHead>
      <div className="cols cols--main">
        <div>
          <NeedFacts need={need} agency={!can.edit} />
          {need.closedReason && (
            <p className="mt-3">
              {t.close.reasonShown}: {need.closedReason}
            </p>
          )}
          {adoptions.length > 0 && <Adoptions view={view} />}
          <Section id="cocok" title={t.found}>
            {matches.length === 0 ? (
              <p className="dim">{t.foundNone}</p>
            ) : (
              <MatchTable matches={matches} now={now} labelledBy="h-cocok" search={need.problem} />
            )}
          </Section>
          {can.adopt && <Start view={view} />}
          {can.match && <NeedSuggestions view={view} />}
        </div>
        <Aside view={view} />
      </div>
    </>
  )
}

function Done({ done }: { done: string | null }) {
  const t = useText(needText)
  if (!done || !Object.hasOwn(t.done, done)) return null
  return (
    <Band tone="ok" focus className="mb-5" title={t.done[done]}>
      {done === 'recorded' && t.doneText}
    </Band>
  )
}

function Adoptions({ view: { adoptions } }: { view: NeedView }) {
  const t = useText(needText)
  return (
    <Section id="adopsi" title={t.adoptions}>
      <ul className="lines">
        {adoptions.map(({ publicId, step, state, stopReason, title, brand }) => (
          <li key={publicId} className="task">
            <a href={paths.workAdoption(publicId)}>
              {publicId}
              {brand && (
                <>
                  {': '}
                  <PracticeName title={title} brand={brand} />
                </>
              )}
            </a>
            <span className="small dim">
              <MiniSteps step={step} of={ADOPTION_STEPS.length} />
            </span>
            <AdoptionTag state={state} stopReason={stopReason} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Start({ view: { need } }: { view: NeedView }) {
  const t = useText(needText)
  const form = useFormReply({}, { intent: 'adopt' })
  return (
    <form method="post" className="stack-s mt-5">
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <input type="hidden" name="intent" value="adopt" />
      <input type="hidden" name="version" value={need.version} />
      <p className="acts">
        <Button>{t.start}</Button>
      </p>
      <p className="small dim">{t.startText}</p>
    </form>
  )
}

function Aside({ view }: { view: NeedView }) {
  const t = useText(needText)
  const { need, hubs, mentors, similar, can } = view
  const form = useFormReply({}, { intent: 'close' })
  const failed = Object.keys(form.errors).length > 0 || Boolean(form.formErrors?.length)
  return (
    <aside className="stack" aria-label={t.help.title}>
      <Panel title={t.help.title}>
        <Facts small>
          <Fact label={t.help.hub}>{hubs.length ? hubs.map(({ name }) => name).join(', ') : t.help.noHub}</Fact>
          <Fact label={t.help.mentor}>{mentors.length ? mentors.join(', ') : t.help.noMentor}</Fact>
        </Facts>
        <p className="small">
          <a href={paths.need(need.publicId)}>{t.public}</a>
        </p>
      </Panel>
      <SimilarNeeds needs={similar} />
      {can.close && (
        <div>
          <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
          <Confirm
            open={t.close.open}
            question={t.close.question}
            consequence={t.close.consequence}
            confirm={t.close.confirm}
            cancelHref={paths.workNeed(need.publicId)}
            startOpen={failed}
            name="intent"
            value="close"
          >
            <input type="hidden" name="version" value={need.version} />
            <TextArea {...form.field('reason')} small label={t.close.reason} rows={3} maxLength={500} required />
          </Confirm>
        </div>
      )}
    </aside>
  )
}
