import type { readNewSessionForm, readSessionForm } from '#app/domain/coaching/read-session-form.server.ts'
import { coachingText } from '#app/i18n/coaching.ts'
import { coachingFormText } from '#app/i18n/coaching-form.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../ui/button.tsx'
import { ChoiceChips } from '../ui/chips.tsx'
import { Empty } from '../ui/empty.tsx'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { PlanForm, SessionForm } from './session-form.tsx'

type NewPage = Awaited<ReturnType<typeof readNewSessionForm>> & { plan: boolean; agencyId: string | undefined }

/** A new log, or a new plan: the same page, told apart by its address. */
export function NewSessionPage({ partners, defaults, plan, agencyId }: NewPage) {
  const lang = useLang()
  const t = coachingFormText(lang)
  const crumbs = coachingText(lang).crumbs
  const title = plan ? t.plan : t.log
  const form = { partners, defaults, cancelHref: paths.coaching() }
  return (
    <>
      <Crumbs items={[{ label: crumbs, href: paths.coaching() }, { label: title }]} />
      <PageHead title={title}>{plan ? t.planNote : t.logNote}</PageHead>
      {partners.length === 0 ? (
        <Empty title={t.noDistricts} action={<ButtonLink href={paths.coaching()}>{crumbs}</ButtonLink>}>
          {t.noDistrictsNote}
        </Empty>
      ) : (
        <div className="cols cols--form">
          <div>
            <div className="mb-5">
              <ChoiceChips
                label={t.which}
                chips={[
                  { key: 'log', label: t.whichLog, href: paths.coachingNew({ agency: agencyId }), current: !plan },
                  {
                    key: 'plan',
                    label: t.whichPlan,
                    href: paths.coachingNew({ as: 'plan', agency: agencyId }),
                    current: plan,
                  },
                ]}
              />
            </div>
            {plan ? <PlanForm {...form} /> : <SessionForm {...form} />}
          </div>
        </div>
      )}
    </>
  )
}

type EditPage = Awaited<ReturnType<typeof readSessionForm>> & { plan: boolean }

/** The log of a planned visit, its new date, or the correction of a log. */
export function EditSessionPage({ plan, partners, defaults, receipt, ...stored }: EditPage) {
  const lang = useLang()
  const t = coachingFormText(lang)
  const planned = stored.state === 'planned'
  const title = plan ? t.move : planned ? t.logPlanned : t.correct
  const cancelHref = paths.coachingSession(defaults.id)
  const form = { partners, defaults, cancelHref }
  return (
    <>
      <Crumbs
        items={[
          { label: coachingText(lang).crumbs, href: paths.coaching() },
          { label: receipt, href: cancelHref },
          { label: title },
        ]}
      />
      <PageHead title={title}>{plan ? t.planNote : planned ? t.logNote : t.correctNote}</PageHead>
      <div className="cols cols--form">
        <div>{plan ? <PlanForm {...form} /> : <SessionForm {...form} stored={stored} />}</div>
      </div>
    </>
  )
}
