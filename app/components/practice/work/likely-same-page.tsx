import type { Likeness } from '#app/domain/practice/likely-same.server.ts'
import { likenessText } from '#app/i18n/likeness.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { LikenessPanel } from './likeness-panel.tsx'

type Props = {
  found: Likeness
  publicId: string
  title: string
  ownAgency: string
  mayAnswer: boolean
  mergeable: readonly string[]
}

/** What resembles a record in work, on a page of its own. */
export function LikelySamePage({ found, publicId, title, ownAgency, mayAnswer, mergeable }: Props) {
  const lang = useLang()
  const form = useFormReply()
  return (
    <>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs
        items={[
          { label: practiceText(lang).list.title, href: paths.workPractices() },
          { label: title, href: paths.workPractice(publicId) },
          { label: likenessText(lang).title },
        ]}
      />
      <PageHead title={likenessText(lang).title} />
      <LikenessPanel
        found={found}
        publicId={publicId}
        ownAgency={ownAgency}
        mayAnswer={mayAnswer}
        mergeable={mergeable}
      />
    </>
  )
}
