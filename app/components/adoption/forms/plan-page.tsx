import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionLateFormText } from '#app/i18n/adoption-late-forms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { AdoptionForm, FormPage, ReadOnly } from './form-page.tsx'

/** Step 6: the action plan and its cost. */
export function PlanPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionLateFormText).plan
  const last = view.documents.findLast(({ kind }) => kind === 'action_plan')
  const form = useFormReply({ ...last, plannedCost: view.adoption.plannedCost })
  return (
    <FormPage view={view} page="plan" offered={view.can.plan} forms={[form]}>
      {view.can.plan ? (
        <AdoptionForm view={view} act={t.act}>
          <Field {...form.field('title')} label={t.title} maxLength={300} required />
          <Field {...form.field('number')} label={t.number} width="m" maxLength={100} optional />
          <Field {...form.field('datedOn')} label={t.on} type="date" width="m" required />
          <TextArea {...form.field('body')} label={t.body} hint={t.bodyHint} rows={10} maxLength={6000} required />
          <Field {...form.field('plannedCost')} label={t.cost} type="number" min={0} width="m" optional />
        </AdoptionForm>
      ) : (
        <ReadOnly />
      )}
    </FormPage>
  )
}

/** Step 7: the first day of service, and what was spent so far. */
export function LaunchPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionLateFormText).launch
  const { launchedOn, spentCost } = view.adoption
  const form = useFormReply({ launchedOn, spentCost })
  return (
    <FormPage view={view} page="launch" offered={view.can.launch} forms={[form]}>
      {view.can.launch ? (
        <AdoptionForm view={view} act={t.act}>
          <Field {...form.field('launchedOn')} label={t.on} type="date" width="m" required />
          <Field {...form.field('spentCost')} label={t.spent} type="number" min={0} width="m" optional />
        </AdoptionForm>
      ) : (
        <ReadOnly />
      )}
    </FormPage>
  )
}
