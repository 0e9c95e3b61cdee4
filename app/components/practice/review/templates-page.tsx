import type { readTemplates } from '#app/domain/practice/read-review-texts.server.ts'
import { TEMPLATE_VARIABLES } from '#app/domain/practice/review-templates.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { reviewTextsText } from '#app/i18n/review-texts.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import { ReviewDone } from './review-done.tsx'

type View = Awaited<ReturnType<typeof readTemplates>>
type Template = View['templates'][number]

/** The answer templates of a hub, in both languages, and those that come with the site. */
export function TemplatesPage({ templates, builtIn, done }: View & { done: string | null }) {
  const lang = useLang()
  const { templates: t } = reviewTextsText(lang)
  const form = useFormReply()
  return (
    <>
      <ReviewDone done={done} publicId={null} />
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs items={[{ label: queueText(lang).title, href: paths.reviewQueue() }, { label: t.title }]} />
      <PageHead title={t.title}>{t.lead}</PageHead>
      <p className="small">{t.variables}</p>
      <ul className="small mb-5">
        {TEMPLATE_VARIABLES.map((name) => (
          <li key={name}>
            <code>{`{${name}}`}</code> {t.variable[name]}
          </li>
        ))}
      </ul>
      <Section id="sendiri" title={t.own}>
        {templates.length === 0 && <Empty title={t.none}>{t.noneNote}</Empty>}
        {templates.map((template) => (
          <Own key={template.id} template={template} />
        ))}
        <div className="mt-4">
          <TemplateForm template={null} summary={t.add} />
        </div>
      </Section>
      <Section id="bawaan" title={t.builtIn}>
        <p className="small dim">{t.builtInNote}</p>
        {builtIn.map(({ id, name, bodyId, bodyEn }) => (
          <Fold key={id} summary={name[lang]}>
            <p lang="id">{bodyId}</p>
            <p lang="en" className="mt-2">
              {bodyEn}
            </p>
          </Fold>
        ))}
      </Section>
    </>
  )
}

function Own({ template }: { template: Template }) {
  const lang = useLang()
  const { templates: t } = reviewTextsText(lang)
  return (
    <div className="mb-4">
      <TemplateForm template={template} summary={template.name} />
      <div className="row small dim">
        <span>
          {t.changed} <When at={template.updatedAt} /> {t.by} {template.updatedBy}
        </span>
        <form method="post">
          <input type="hidden" name="templateId" value={template.id} />
          <input type="hidden" name="version" value={template.version} />
          <Button variant="link" name="intent" value="archive">
            {t.archive}
            <span className="vh"> {template.name}</span>
          </Button>
        </form>
      </div>
    </div>
  )
}

function TemplateForm({ template, summary }: { template: Template | null; summary: string }) {
  const { templates: t } = reviewTextsText(useLang())
  const form = useFormReply(template ?? {}, template ? { intent: 'save', templateId: template.id } : { intent: 'save' })
  const id = template?.id ?? 'new'
  const hasErrors = Object.keys(form.errors).length > 0 || form.formErrors !== null
  return (
    <Fold summary={summary} open={hasErrors}>
      <form method="post" className="stack">
        <input type="hidden" name="intent" value="save" />
        {template && <input type="hidden" name="templateId" value={template.id} />}
        <input type="hidden" name="version" value={template?.version ?? 0} />
        <Field {...form.field('name')} id={`n-${id}`} label={t.name} required maxLength={80} width="m" />
        <TextArea
          {...form.field('bodyId')}
          id={`i-${id}`}
          label={t.bodyId}
          rows={4}
          maxLength={2000}
          required
          lang="id"
        />
        <TextArea
          {...form.field('bodyEn')}
          id={`e-${id}`}
          label={t.bodyEn}
          rows={4}
          maxLength={2000}
          required
          lang="en"
        />
        <p>
          <Button variant={template ? 'quiet' : 'primary'}>{t.save}</Button>
        </p>
      </form>
    </Fold>
  )
}
