import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { adoptionLateFormText } from '#app/i18n/adoption-late-forms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Section } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import { Paragraphs } from '../marks.tsx'
import { AdoptionForm, FormPage } from './form-page.tsx'

/** Step 3: the letter of interest, written by the team, signed by the head. */
export function LetterPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionFormText).letter
  const { interest, can } = view
  const write = useFormReply({ ...interest }, { intent: 'write' })
  const sign = useFormReply({}, { intent: 'sign' })
  return (
    <FormPage
      view={view}
      page="letter"
      offered={{ write: can.write_letter, sign: can.sign_letter }}
      forms={[write, sign]}
    >
      {interest ? <Letter view={view} /> : <p className="dim">{t.none}</p>}
      {can.sign_letter && (
        <AdoptionForm view={view} intent="sign" act={t.sign}>
          <p className="small">{t.signNote}</p>
        </AdoptionForm>
      )}
      {can.write_letter && (
        <Section id="tulis" title={t.write}>
          <AdoptionForm view={view} intent="write" act={t.act} quiet={can.sign_letter}>
            <Field {...write.field('letterNumber')} label={t.number} width="m" maxLength={100} required />
            <Field {...write.field('letterOn')} label={t.on} type="date" width="m" required />
            <TextArea
              {...write.field('message')}
              label={t.message}
              hint={t.messageHint}
              rows={10}
              maxLength={4000}
              required
            />
          </AdoptionForm>
        </Section>
      )}
    </FormPage>
  )
}

/** The letter as it reads, with what became of it. */
export function Letter({ view }: { view: AdoptionView }) {
  const t = useText(adoptionFormText).letter
  const aside = useText(adoptionText).aside
  const late = useText(adoptionLateFormText).agreement
  const { interest, agency, sourceAgency, hub } = view
  if (!interest) return null
  const { sourceAccepts } = interest
  return (
    <div className="doc">
      <div className="stack">
        <Facts>
          <Fact label={t.number}>{interest.letterNumber}</Fact>
          <Fact label={t.on}>
            <When at={interest.letterOn} as="long" />
          </Fact>
          <Fact label={t.from}>{agency}</Fact>
          <Fact label={t.to}>{sourceAgency}</Fact>
          <Fact label={t.via}>{hub ?? aside.national}</Fact>
        </Facts>
        <div className="read">
          <Paragraphs text={interest.message} />
        </div>
        <Facts>
          <Fact label={t.signedOn}>
            {interest.signedAt ? <When at={interest.signedAt} as="long" /> : <span className="dim">{t.unsigned}</span>}
          </Fact>
          {interest.hubVerifiedAt && (
            <Fact label={t.verified}>
              <When at={interest.hubVerifiedAt} as="long" />
            </Fact>
          )}
          {interest.hubNote && <Fact label={t.hubNote}>{interest.hubNote}</Fact>}
          {interest.sourceAnsweredAt && (
            <Fact label={t.answered}>
              {sourceAccepts ? t.accepted : t.declined}, <When at={interest.sourceAnsweredAt} as="long" />
              {interest.sourceAnsweredOnPaper && ` (${late.onPaper})`}
              {interest.sourceNote && `. ${interest.sourceNote}`}
            </Fact>
          )}
        </Facts>
      </div>
    </div>
  )
}
