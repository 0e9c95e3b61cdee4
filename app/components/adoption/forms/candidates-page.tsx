import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/choice.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Section } from '../../ui/panel.tsx'
import { CandidateTable } from '../candidate-table.tsx'
import { PracticeName, practiceName } from '../marks.tsx'
import { AdoptionForm, FormPage } from './form-page.tsx'

/** Step 2: practices to compare, and the one that is chosen. */
export function CandidatesPage({ view }: { view: AdoptionView }) {
  const lang = useLang()
  const t = adoptionFormText(lang).candidates
  const { candidates, can, need, adoption } = view
  const add = useFormReply({}, { intent: 'add' })
  const remove = useFormReply({}, { intent: 'remove' })
  const chosen = candidates.find(({ practiceId }) => practiceId === adoption.practiceId)
  const choose = useFormReply({ practiceId: chosen?.publicId, reason: chosen?.note }, { intent: 'choose' })
  return (
    <FormPage
      view={view}
      page="candidates"
      offered={{ add: can.compare, remove: can.compare, choose: can.choose }}
      forms={[add, remove, choose]}
    >
      {candidates.length > 0 && <CandidateTable view={view} plain />}
      {can.choose && candidates.length > 0 && (
        <Section id="pilih" title={t.choose}>
          <AdoptionForm view={view} intent="choose" act={t.chooseAct}>
            <Picks
              {...choose.field('practiceId')}
              id="f-choice"
              type="radio"
              label={t.choose}
              hideLabel
              options={candidates.map(({ publicId, title, brand }) => ({
                value: publicId,
                label: <PracticeName title={title} brand={brand} />,
              }))}
              required
            />
            <TextArea {...choose.field('reason')} label={t.reason} hint={t.reasonHint} maxLength={1000} required />
          </AdoptionForm>
        </Section>
      )}
      {can.compare && (
        <Section id="tambah" title={t.add}>
          <AdoptionForm view={view} intent="add" act={t.addAct} quiet>
            <Field
              {...add.field('practiceId')}
              label={t.number}
              hint={t.numberHint}
              width="m"
              maxLength={20}
              required
            />
          </AdoptionForm>
          <p className="mt-3">
            <a href={paths.practices({ q: need.problem })}>{t.search}</a>
          </p>
          <ul className="lines mt-4">
            {candidates.map(({ publicId, title, brand }) => (
              <li key={publicId} className="task">
                <span>
                  <PracticeName title={title} brand={brand} />
                </span>
                <span className="small dim">{publicId}</span>
                <form method="post" className="acts">
                  <input type="hidden" name="version" value={adoption.version} />
                  <input type="hidden" name="intent" value="remove" />
                  <Button
                    variant="quiet"
                    name="practiceId"
                    value={publicId}
                    aria-label={t.removeOf(practiceName(title, brand, lang))}
                  >
                    {t.remove}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </FormPage>
  )
}
