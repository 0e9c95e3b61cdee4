import { onlySignaturesIn } from '#app/domain/adoption/process.ts'
import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionLateFormText } from '#app/i18n/adoption-late-forms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Section } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import { Paragraphs } from '../marks.tsx'
import { AdoptionForm, FormPage } from './form-page.tsx'

/** Step 5: the agreement and its two signatures. */
export function AgreementPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionLateFormText).agreement
  const { agreement, can, party, adoption, missing } = view
  const write = useFormReply({ ...agreement }, { intent: 'write' })
  const signAdopter = useFormReply({}, { intent: 'sign_adopter' })
  const signSource = useFormReply({}, { intent: 'sign_source' })
  const waits = agreement && adoption.step === 5 && adoption.state === 'active' && !onlySignaturesIn(missing)
  return (
    <FormPage
      view={view}
      page="agreement"
      offered={{ write: can.write_agreement, sign_adopter: can.sign_adopter, sign_source: can.sign_source }}
      forms={[write, signAdopter, signSource]}
    >
      {agreement ? <Agreement agreement={agreement} /> : <p className="dim">{t.none}</p>}
      {waits && <p className="mt-4 due">{t.waiting}</p>}
      {can.sign_adopter && <AdoptionForm view={view} intent="sign_adopter" act={t.signAdopter} />}
      {can.sign_source && (
        <AdoptionForm view={view} intent="sign_source" act={party === 'hub' ? t.signPaper : t.signSource} />
      )}
      {can.write_agreement && (
        <Section id="tulis" title={t.write}>
          {agreement && <p className="dim">{t.again}</p>}
          <AdoptionForm view={view} intent="write" act={agreement ? t.actAgain : t.act} quiet={agreement !== null}>
            <Field {...write.field('number')} label={t.number} width="m" maxLength={100} required />
            <Field {...write.field('title')} label={t.title} maxLength={300} required />
            <TextArea
              {...write.field('scope')}
              label={t.scope}
              hint={t.scopeHint}
              rows={10}
              maxLength={4000}
              required
            />
            <Field {...write.field('startsOn')} label={t.starts} type="date" width="m" required />
            <Field {...write.field('endsOn')} label={t.ends} type="date" width="m" optional />
          </AdoptionForm>
        </Section>
      )}
    </FormPage>
  )
}

function Agreement({ agreement }: { agreement: NonNullable<AdoptionView['agreement']> }) {
  const t = useText(adoptionLateFormText).agreement
  const signed = (at: Date | null) => (at ? <When at={at} as="long" /> : <span className="dim">{t.unsigned}</span>)
  return (
    <div className="doc">
      <div className="stack">
        <h2>{agreement.title}</h2>
        <Facts>
          <Fact label={t.number}>{agreement.number}</Fact>
          <Fact label={t.starts}>
            <When at={agreement.startsOn} as="long" />
          </Fact>
          {agreement.endsOn && (
            <Fact label={t.ends}>
              <When at={agreement.endsOn} as="long" />
            </Fact>
          )}
        </Facts>
        <div className="read">
          <Paragraphs text={agreement.scope} />
        </div>
        <Facts>
          <Fact label={t.adopter}>{signed(agreement.adopterSignedAt)}</Fact>
          <Fact label={t.source}>
            {signed(agreement.sourceSignedAt)}
            {agreement.sourceSignedOnPaper && ` (${t.onPaper})`}
          </Fact>
        </Facts>
      </div>
    </div>
  )
}
