import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionLateFormText } from '#app/i18n/adoption-late-forms.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Section } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import { AdoptionForm, FormPage, ReadOnly } from './form-page.tsx'

/** Step 6: the figures to be moved. */
export function IndicatorsPage({ view }: { view: AdoptionView }) {
  const lang = useLang()
  const t = adoptionLateFormText(lang).indicators
  const { indicators, can, adoption } = view
  const set = useFormReply({}, { intent: 'set' })
  const remove = useFormReply({}, { intent: 'remove' })
  return (
    <FormPage view={view} page="indicators" offered={can.set_indicator} forms={[set, remove]}>
      {indicators.length > 0 && (
        <Section id="ada" title={t.current} look="first">
          <ul className="lines">
            {indicators.map((one) => (
              <li key={one.id} className="task">
                <span>
                  {one.name} ({one.unit})
                </span>
                <span className="small dim">
                  {t.baseline} {formatNumber(lang, one.baselineValue)}, <When at={one.baselineOn} /> · {t.target}{' '}
                  {formatNumber(lang, one.targetValue)}
                  {one.targetOn && (
                    <>
                      , <When at={one.targetOn} />
                    </>
                  )}
                </span>
                {can.set_indicator && (
                  <form method="post" className="acts">
                    <input type="hidden" name="version" value={adoption.version} />
                    <input type="hidden" name="intent" value="remove" />
                    <Button variant="quiet" name="indicatorId" value={one.id} aria-label={t.removeOf(one.name)}>
                      {t.remove}
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {can.set_indicator ? (
        <AdoptionForm view={view} intent="set" act={t.act}>
          <Field
            {...set.field('name')}
            label={t.name}
            hint={indicators.length ? t.again : undefined}
            maxLength={200}
            required
          />
          <Field {...set.field('unit')} label={t.unit} width="m" maxLength={50} required />
          <Field {...set.field('baselineValue')} label={t.baseline} type="number" step="any" width="m" required />
          <Field {...set.field('baselineOn')} label={t.baselineOn} type="date" width="m" required />
          <Field {...set.field('targetValue')} label={t.target} type="number" step="any" width="m" required />
          <Field {...set.field('targetOn')} label={t.targetOn} type="date" width="m" optional />
        </AdoptionForm>
      ) : (
        <ReadOnly />
      )}
    </FormPage>
  )
}
