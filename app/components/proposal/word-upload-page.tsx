import { LARGEST_PROPOSAL } from '#app/domain/proposal/offers.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { proposalText } from '#app/i18n/proposal.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FileField } from '../ui/file-field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Icon } from '../ui/icon.tsx'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Panel } from '../ui/panel.tsx'

type Props = { draft: { publicId: string; title: string } | null }

/** Where a Word file is chosen; nothing is written into the draft before its preview was seen. */
export function WordUploadPage({ draft }: Props) {
  const lang = useLang()
  const { upload: t } = proposalText(lang)
  const { list, create } = practiceText(lang)
  const form = useFormReply()
  const from = draft
    ? { label: draft.title, href: paths.workPractice(draft.publicId) }
    : { label: create.title, href: paths.newPractice() }
  return (
    <>
      <Crumbs items={[{ label: list.title, href: paths.workPractices() }, from, { label: t.title }]} />
      <PageHead title={t.title} kicker={draft ? t.into(draft.title) : undefined}>
        {t.lead}
      </PageHead>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <div className="cols cols--form">
        <form method="post" encType="multipart/form-data" className="stack">
          {draft && <input type="hidden" name="practice" value={draft.publicId} />}
          <FileField
            name="file"
            label={t.file}
            hint={t.hint(LARGEST_PROPOSAL)}
            errors={form.field('file').errors}
            accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            required
          />
          <p className="acts">
            <Button icon="document">{t.submit}</Button>
          </p>
        </form>
        <Panel title={t.knows}>
          <ul className="ticks plain small">
            {t.knowsList.map((line) => (
              <li key={line}>
                <Icon name="check" />
                <span>{line}</span>
              </li>
            ))}
          </ul>
          <p className="small mt-2">{t.lost}</p>
        </Panel>
      </div>
    </>
  )
}
