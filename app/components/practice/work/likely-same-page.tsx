import type { Likeness } from '#app/domain/practice/likely-same.server.ts'
import { likenessText } from '#app/i18n/likeness.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { LikenessPanel } from './likeness-panel.tsx'
import { PracticeCrumbs } from './practice-crumbs.tsx'

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
      <PracticeCrumbs publicId={publicId} name={title} here={likenessText(lang).title} />
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
