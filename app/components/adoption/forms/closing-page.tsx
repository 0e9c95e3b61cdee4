import { onlySignaturesIn } from '#app/domain/adoption/process.ts'
import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { adoptionLateFormText } from '#app/i18n/adoption-late-forms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Section } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import { Paragraphs } from '../marks.tsx'
import { AdoptionForm, FormPage } from './form-page.tsx'

/** Step 8: what became of it, signed by the source and the hub. */
export function ClosingPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionLateFormText).closing
  const waiting = useText(adoptionLateFormText).agreement.waiting
  const { closing, can, party, adoption, missing } = view
  const write = useFormReply({ ...closing }, { intent: 'write' })
  const signSource = useFormReply({}, { intent: 'cosign_source' })
  const signHub = useFormReply({}, { intent: 'cosign_hub' })
  const waits = closing && adoption.state === 'active' && !onlySignaturesIn(missing)
  return (
    <FormPage
      view={view}
      page="closing"
      offered={{ write: can.write_closing, cosign_source: can.cosign_source, cosign_hub: can.cosign_hub }}
      forms={[write, signSource, signHub]}
    >
      {closing ? <Closing closing={closing} /> : <p className="dim">{t.none}</p>}
      {waits && <p className="mt-4 due">{waiting}</p>}
      {(can.cosign_source || can.cosign_hub) && <p className="small mt-4">{t.signNote}</p>}
      {can.cosign_hub && <AdoptionForm view={view} intent="cosign_hub" act={t.signHub} />}
      {can.cosign_source && (
        <AdoptionForm
          view={view}
          intent="cosign_source"
          act={party === 'hub' ? t.signPaper : t.signSource}
          quiet={can.cosign_hub}
        />
      )}
      {can.write_closing && (
        <Section id="tulis" title={t.write}>
          {closing && <p className="dim">{t.again}</p>}
          <AdoptionForm view={view} intent="write" act={closing ? t.actAgain : t.act} quiet={closing !== null}>
            <TextArea {...write.field('comparison')} label={t.comparison} rows={6} maxLength={4000} required />
            <TextArea {...write.field('differences')} label={t.differences} maxLength={1200} required />
            <Field {...write.field('legalBasis')} label={t.legalBasis} maxLength={1000} required />
            <Field {...write.field('nextBudget')} label={t.nextBudget} maxLength={1000} required />
            <TextArea {...write.field('lessons')} label={t.lessons} maxLength={2000} optional />
          </AdoptionForm>
        </Section>
      )}
    </FormPage>
  )
}

function Closing({ closing }: { closing: NonNullable<AdoptionView['closing']> }) {
  const t = useText(adoptionLateFormText).closing
  const signature = useText(adoptionLateFormText).agreement
  const aside = useText(adoptionText).aside
  const signed = (at: Date | null) =>
    at ? <When at={at} as="long" /> : <span className="dim">{signature.unsigned}</span>
  return (
    <div className="doc">
      <div className="stack">
        <h2 className="h-l">{t.comparison}</h2>
        <div className="read">
          <Paragraphs text={closing.comparison} />
        </div>
        <Facts wide>
          <Fact label={t.differences}>{closing.differences}</Fact>
          <Fact label={t.legalBasis}>{closing.legalBasis}</Fact>
          <Fact label={t.nextBudget}>{closing.nextBudget}</Fact>
          <Fact label={t.lessons}>{closing.lessons}</Fact>
          <Fact label={signature.source}>
            {signed(closing.sourceSignedAt)}
            {closing.sourceSignedOnPaper && ` (${signature.onPaper})`}
          </Fact>
          <Fact label={aside.hub}>{signed(closing.hubSignedAt)}</Fact>
        </Facts>
      </div>
    </div>
  )
}
