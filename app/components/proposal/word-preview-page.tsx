import type { ProposalView } from '#app/domain/proposal/read-proposal.server.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { proposalText } from '#app/i18n/proposal.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { SECTORS } from '#db/vocabulary.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Panel, Section } from '../ui/panel.tsx'
import { OfferItem } from './offer-item.tsx'
import { PieceItem } from './piece-item.tsx'
import { WordUsed } from './word-used.tsx'

export type WordPreviewProps = { view: ProposalView; filled: string[]; changed: string[] }

/** What goes where of a Word file, what is left over, and what stands in the draft already; then one act fills it. */
export function WordPreviewPage({ view, filled, changed }: WordPreviewProps) {
  const lang = useLang()
  const { preview: t, upload } = proposalText(lang)
  const { list } = practiceText(lang)
  const form = useFormReply()
  const { pieces, offers, draft, bases, images, fileName } = view
  const left = pieces.filter(({ goesTo }) => goesTo === null)
  const placed = pieces.filter(({ goesTo }) => goesTo !== null)
  const crumbs = [
    { label: list.title, href: paths.workPractices() },
    { label: upload.title, href: paths.wordFiles(draft?.publicId) },
    { label: fileName },
  ]
  if (view.usedAt && view.publicId) {
    return (
      <>
        <Crumbs items={crumbs} />
        <WordUsed view={view} publicId={view.publicId} filled={filled} changed={changed} />
      </>
    )
  }
  return (
    <>
      <Crumbs items={crumbs} />
      <PageHead title={t.title(fileName)} kicker={draft ? upload.into(draft.title) : t.draft}>
        <p className="dim">{t.lead}</p>
        <p className="small">
          {[t.found(offers.length), t.left(left.length), images > 0 && t.images(images)].filter(Boolean).join(' · ')}
        </p>
      </PageHead>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <form method="post" className="cols cols--main">
        <div>
          <Section id="isian" title={t.goesWhere} look="first">
            {offers.length === 0 && <p>{t.nothing}</p>}
            <ul className="lines plain">
              {offers.map((offer) => (
                <OfferItem key={offer.target} offer={offer} />
              ))}
            </ul>
          </Section>
          {left.length > 0 && (
            <Section id="sisa" title={t.leftovers}>
              <p className="small dim mb-2">{t.leftoversNote}</p>
              <ul className="lines plain">
                {left.map((piece, at) => (
                  <PieceItem key={piece.index} piece={piece} number={at + 1} />
                ))}
              </ul>
            </Section>
          )}
          {placed.length > 0 && (
            <Section id="potongan" title={t.parts}>
              <Fold summary={t.parts} note={placed.length}>
                <p className="small dim mb-2">{t.partsNote}</p>
                <ul className="lines plain">
                  {placed.map((piece, at) => (
                    <PieceItem key={piece.index} piece={piece} number={left.length + at + 1} />
                  ))}
                </ul>
              </Fold>
            </Section>
          )}
        </div>
        <aside className="stack" aria-label={t.fill}>
          <Panel title={draft ? t.fill : t.begin}>
            <div className="stack-s">
              {draft ? (
                Object.entries(bases ?? {}).map(([section, base]) => (
                  <input key={section} type="hidden" name={`base.${section}`} value={base} />
                ))
              ) : (
                <NewDraftFields view={view} />
              )}
              <p className="acts">
                <Button name="intent" value={draft ? 'fill' : 'begin'}>
                  {draft ? t.fill : t.begin}
                </Button>
              </p>
              <p className="acts">
                <Button variant="quiet" name="intent" value="arrange" formNoValidate>
                  {t.update}
                </Button>
              </p>
              <p className="small">
                <a href={paths.wordFiles(draft?.publicId)}>{t.again}</a>
              </p>
              {!draft && <p className="small dim">{t.instead}</p>}
            </div>
          </Panel>
        </aside>
      </form>
    </>
  )
}

/** The three answers that begin a practice, as far as the file gives them. */
function NewDraftFields({ view: { suggested } }: { view: ProposalView }) {
  const lang = useLang()
  const { create: t } = practiceText(lang)
  const form = useFormReply({ brand: suggested.brand, titleId: suggested.title })
  const sectors = SECTORS.map((value) => ({ value, label: vocabularyText(lang).sector[value] }))
  return (
    <>
      <Field {...form.field('titleId')} label={t.titleId} hint={t.titleIdHint} lang="id" maxLength={300} required />
      <Field {...form.field('brand')} label={t.brand} maxLength={300} required />
      <Select {...form.field('sector')} label={t.sector} options={sectors} required />
    </>
  )
}
