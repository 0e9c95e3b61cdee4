import { STOP_WORDS } from '#app/domain/adoption/adoption.schema.ts'
import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { formatRupiah } from '#app/i18n/format.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { type AdoptionPage, paths } from '#app/paths.ts'
import { type AdoptionDocumentKind, STOP_REASONS } from '#db/vocabulary.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Select, TextArea } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Icon } from '../ui/icon.tsx'
import { Panel, Section } from '../ui/panel.tsx'
import { When } from '../ui/when.tsx'
import { Demo } from './marks.tsx'

/** Papers, cost, parties, and the ways out. */
export function AdoptionAside({ view }: { view: AdoptionView }) {
  const t = useText(adoptionText).aside
  return (
    <aside className="stack" aria-label={t.label}>
      <Documents view={view} />
      <Costs view={view} />
      <Parties view={view} />
      <Exit view={view} />
    </aside>
  )
}

const PAGE_OF: Partial<Record<AdoptionDocumentKind, AdoptionPage>> = {
  interest_letter: 'letter',
  agreement: 'agreement',
}

function Documents({ view: { documents, agreement, adoption, can } }: { view: AdoptionView }) {
  const t = useText(adoptionText).aside
  const words = useText(vocabularyText)
  const signatures = [agreement?.adopterSignedAt, agreement?.sourceSignedAt].filter(Boolean).length
  return (
    <Panel title={t.documents}>
      {documents.length === 0 && <p className="dim small">{t.noDocuments}</p>}
      <ul className="lines lines--links small">
        {documents.map(({ id, kind, datedOn }) => {
          const page = PAGE_OF[kind]
          const all = paths.adoptionPage(adoption.publicId, page ?? 'documents')
          return (
            <li key={id}>
              <a href={page ? all : `${all}#d-${id}`}>
                <span>
                  <Icon name="document" /> {words.adoptionDocumentKind[kind]}
                </span>
                <span className="n">
                  <When at={datedOn} />
                </span>
              </a>
            </li>
          )
        })}
      </ul>
      {agreement && <p className="small dim">{t.signed(signatures)}</p>}
      {can.add_document && (
        <p className="small">
          <a href={paths.adoptionPage(adoption.publicId, 'documents')}>{t.addDocument}</a>
        </p>
      )}
    </Panel>
  )
}

function Costs({ view: { adoption, sourceCost } }: { view: AdoptionView }) {
  const lang = useLang()
  const t = adoptionText(lang).aside
  const amounts = [adoption.plannedCost, adoption.spentCost, sourceCost]
  if (amounts.every((amount) => amount === null)) return null
  const write = (amount: number | null) =>
    amount !== null && <Demo is={adoption.isDemo}>{formatRupiah(lang, amount)}</Demo>
  return (
    <Section id="biaya" title={<span className="h-l">{t.cost}</span>}>
      <Facts small>
        <Fact label={t.planned}>{write(adoption.plannedCost)}</Fact>
        <Fact label={t.spent}>{write(adoption.spentCost)}</Fact>
        <Fact label={t.sourceCost}>{write(sourceCost)}</Fact>
      </Facts>
    </Section>
  )
}

function Parties({ view }: { view: AdoptionView }) {
  const t = useText(adoptionText).aside
  const { agency, sourceAgency, sourceHasHead, hub, need, adoption, party } = view
  return (
    <Section id="pihak" title={<span className="h-l">{t.parties}</span>}>
      <Facts small>
        <Fact label={t.adopter}>{agency}</Fact>
        {sourceAgency && <Fact label={t.source}>{sourceAgency}</Fact>}
        <Fact label={t.hub}>{hub ?? t.national}</Fact>
        <Fact label={t.need}>
          <a href={party === 'source' ? paths.need(need.publicId) : paths.workNeed(need.publicId)}>{need.publicId}</a>
        </Fact>
      </Facts>
      {adoption.state === 'active' && adoption.step >= 3 && !sourceHasHead && (
        <p className="small dim mt-2">{t.onPaper}</p>
      )}
    </Section>
  )
}

function Exit({ view }: { view: AdoptionView }) {
  const t = useText(adoptionText).exit
  const { adoption, can } = view
  if (!can.pause && !can.resume && !can.stop && !can.step_back) return null
  return (
    <Section id="berhenti" title={<span className="h-l">{t.title}</span>}>
      <p className="small">{t.text}</p>
      {can.resume && (
        <form method="post" className="mt-3">
          <input type="hidden" name="intent" value="resume" />
          <input type="hidden" name="version" value={adoption.version} />
          <Button>{t.resume}</Button>
        </form>
      )}
      {can.pause && (
        <p className="mt-3">
          <ButtonLink variant="quiet" href={paths.adoptionPage(adoption.publicId, 'pause')}>
            {t.pause}
          </ButtonLink>
        </p>
      )}
      {can.step_back && adoption.state === 'active' && (
        <p className="mt-3">
          <ButtonLink variant="quiet" href={paths.adoptionPage(adoption.publicId, 'back')}>
            {t.back}
          </ButtonLink>
        </p>
      )}
      {can.stop && <Stop view={view} />}
    </Section>
  )
}

function Stop({ view: { adoption } }: { view: AdoptionView }) {
  const lang = useLang()
  const t = adoptionText(lang).exit
  const words = vocabularyText(lang)
  const form = useFormReply({}, { intent: 'stop' })
  const failed = Object.keys(form.errors).length > 0 || Boolean(form.formErrors?.length)
  return (
    <div className="mt-3">
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Confirm
        open={t.stop}
        question={t.question}
        consequence={t.consequence}
        confirm={t.confirm}
        cancelHref={paths.workAdoption(adoption.publicId)}
        word={STOP_WORDS[lang]}
        wordErrors={form.field('confirmation').errors}
        startOpen={failed}
        name="intent"
        value="stop"
      >
        <input type="hidden" name="version" value={adoption.version} />
        <Select
          {...form.field('reason')}
          small
          label={t.reason}
          options={STOP_REASONS.map((reason) => ({ value: reason, label: words.stopReason[reason] }))}
          required
        />
        <TextArea {...form.field('note')} small label={t.note} rows={3} maxLength={1000} required />
      </Confirm>
    </div>
  )
}
