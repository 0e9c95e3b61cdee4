import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Segmented } from '../../ui/choice.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Section } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import { Paragraphs } from '../marks.tsx'
import { AdoptionForm, FormPage, ReadOnly } from './form-page.tsx'

/** Step 4: visits to the source and what was learnt. */
export function VisitsPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionFormText).visits
  const form = useFormReply()
  const { visits, can } = view
  return (
    <FormPage view={view} page="visits" offered={can.record_visit} forms={[form]}>
      {visits.length > 0 && (
        <Section id="kunjungan" title={t.held} look="first">
          <ul className="lines">
            {visits.map((visit) => (
              <li key={visit.id}>
                <b>
                  <When at={visit.heldOn} />
                </b>
                , {visit.remote ? t.remote : t.on_site}, {t.people(visit.participants)}
                <Paragraphs text={visit.findings} />
                {visit.mustKeep && (
                  <p className="mt-2">
                    <b>{t.mustKeep}:</b> {visit.mustKeep}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {can.record_visit ? (
        <AdoptionForm view={view} act={t.act}>
          <Field {...form.field('heldOn')} label={t.on} type="date" width="m" required />
          <Segmented
            {...form.field('mode')}
            label={t.mode}
            options={[
              { value: 'on_site', label: t.on_site },
              { value: 'remote', label: t.remote },
            ]}
            required
          />
          <Field {...form.field('participants')} label={t.participants} type="number" min={1} width="s" required />
          <TextArea
            {...form.field('findings')}
            label={t.findings}
            hint={t.findingsHint}
            rows={8}
            maxLength={4000}
            required
          />
          <TextArea {...form.field('mustKeep')} label={t.mustKeep} rows={3} maxLength={2000} optional />
        </AdoptionForm>
      ) : (
        <ReadOnly />
      )}
    </FormPage>
  )
}
