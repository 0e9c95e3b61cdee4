import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionLateFormText } from '#app/i18n/adoption-late-forms.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { OUTCOME_MONTHS } from '#db/vocabulary.ts'
import { Segmented } from '../../ui/choice.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { AdoptionForm, FormPage } from './form-page.tsx'

/** Steps 7 and 8: the outcome report of a month, one value for each indicator. */
export function OutcomePage({ view }: { view: AdoptionView }) {
  const lang = useLang()
  const t = adoptionLateFormText(lang).outcome
  const { indicators, nextOutcome, can } = view
  const form = useFormReply({ month: nextOutcome?.month })
  return (
    <FormPage view={view} page="outcome" offered={can.report_outcome} forms={[form]}>
      {can.report_outcome ? (
        <AdoptionForm view={view} act={t.act}>
          <Segmented
            {...form.field('month')}
            label={t.month}
            options={OUTCOME_MONTHS.map((month) => ({ value: String(month), label: t.monthName(month) }))}
            required
          />
          <Field {...form.field('measuredOn')} label={t.on} type="date" width="m" required />
          {indicators.map(({ id, name, unit, baselineValue, targetValue }, index) => (
            <div key={id} className="field">
              <input type="hidden" name={`values[${index}].indicatorId`} value={id} />
              <Field
                {...form.field(`values[${index}].value`)}
                label={t.value(name, unit)}
                hint={t.hint(formatNumber(lang, baselineValue), formatNumber(lang, targetValue))}
                type="number"
                step="any"
                width="m"
                required
              />
            </div>
          ))}
          <TextArea
            {...form.field('narrative')}
            label={t.narrative}
            hint={t.narrativeHint}
            rows={6}
            maxLength={4000}
            required
          />
        </AdoptionForm>
      ) : (
        <p className="dim">{t.noLaunch}</p>
      )}
    </FormPage>
  )
}
