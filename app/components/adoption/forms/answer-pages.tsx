import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Band } from '../../ui/band.tsx'
import { Picks } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { AdoptionForm, FormPage, ReadOnly } from './form-page.tsx'
import { Letter } from './letter-page.tsx'

/** Step 3: the hub checks the letter. */
export function VerificationPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionFormText).verification
  const form = useFormReply()
  return (
    <FormPage view={view} page="verification" offered={view.can.verify_interest} forms={[form]}>
      <Letter view={view} />
      {view.can.verify_interest ? (
        <AdoptionForm view={view} act={t.act}>
          <Picks
            {...form.field('verdict')}
            type="radio"
            label={t.verdict}
            options={[
              { value: 'valid', label: t.valid },
              { value: 'returned', label: t.returned },
            ]}
            required
          />
          <TextArea {...form.field('note')} label={t.note} hint={t.noteHint} maxLength={1000} />
        </AdoptionForm>
      ) : (
        <ReadOnly />
      )}
    </FormPage>
  )
}

/** Step 3: the source accepts or declines; or the hub records what it wrote on paper. */
export function AnswerPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionFormText).answer
  const form = useFormReply()
  return (
    <FormPage view={view} page="answer" offered={view.can.answer_interest} forms={[form]}>
      <Letter view={view} />
      {view.can.answer_interest ? (
        <>
          {view.party === 'hub' && <Band tone="warn" className="mt-4" title={t.onPaper} />}
          <AdoptionForm view={view} act={t.act}>
            <Picks
              {...form.field('answer')}
              type="radio"
              label={t.answer}
              options={[
                { value: 'accept', label: t.accept },
                { value: 'decline', label: t.decline },
              ]}
              required
            />
            <TextArea {...form.field('note')} label={t.note} hint={t.noteHint} maxLength={1000} />
          </AdoptionForm>
        </>
      ) : (
        <ReadOnly />
      )}
    </FormPage>
  )
}
