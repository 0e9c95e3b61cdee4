import type { NeedView } from '#app/domain/adoption/read-need.server.ts'
import { needText } from '#app/i18n/need.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'

type NeedFormProps = {
  /** The need to be completed; absent for a new one. */
  need?: NeedView['need']
  /** What the address already says of a new one. */
  given?: { problem: string | null; practiceId: string | null }
}

/** The need sheet to be filled in. */
export function NeedForm({ need, given }: NeedFormProps) {
  const t = useText(needText)
  const form = useFormReply(need ? { ...need } : { ...given })
  const title = need ? t.form.edit : t.form.new
  const back = need ? paths.workNeed(need.publicId) : paths.workNeeds()
  const practice = form.field('practiceId').defaultValue
  return (
    <>
      <Crumbs items={[{ label: t.crumb, href: paths.workNeeds() }, { label: need?.publicId ?? title }]} />
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <PageHead title={title}>
        <p className="read">{t.form.lead}</p>
      </PageHead>
      <form method="post" className="stack">
        {need && <input type="hidden" name="version" value={need.version} />}
        {practice && (
          <>
            <input type="hidden" name="practiceId" value={practice} />
            <p className="due">{t.form.found(practice)}</p>
          </>
        )}
        <TextArea
          {...form.field('problem')}
          label={t.form.problem}
          hint={t.form.problemHint}
          rows={3}
          maxLength={300}
          required
        />
        <Field {...form.field('affectedGroup')} label={t.form.affected} maxLength={300} optional />
        <Field
          {...form.field('baseline')}
          label={t.form.baseline}
          hint={t.form.baselineHint}
          maxLength={300}
          optional
        />
        <Field {...form.field('planReference')} label={t.form.plan} hint={t.form.planHint} maxLength={300} optional />
        <Field {...form.field('laporTopic')} label={t.form.laporTopic} maxLength={150} optional />
        <Field {...form.field('laporCount')} label={t.form.laporCount} type="number" min={0} width="s" optional />
        <p className="small dim">{t.form.later}</p>
        <p className="acts">
          <Button>{t.form.save}</Button>
          <a href={back}>{t.form.cancel}</a>
        </p>
      </form>
    </>
  )
}
