import type { readTerms } from '#app/domain/practice/read-terms.server.ts'
import { languagesWithout } from '#app/domain/practice/terms.ts'
import { termsText } from '#app/i18n/practice-terms.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { LANGUAGES, type Language } from '#db/vocabulary.ts'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextArea } from '../../ui/field.tsx'
import { type FormReplyFields, useFormReply } from '../../ui/form-reply.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/panel.tsx'
import { PracticeCrumbs } from './practice-crumbs.tsx'
import { TermSuggestionsPicks } from './term-suggestions-picks.tsx'

export type TermsView = Awaited<ReturnType<typeof readTerms>>

/** The words by which people find a practice, in both languages, with suggestions to tick beside each list. */
export function TermsPage({ view, done }: { view: TermsView; done: string | null }) {
  const lang = useLang()
  const t = termsText(lang)
  const { publicId, title, brand, terms, base } = view
  const form = useFormReply({ base, id: terms.id.join('\n'), en: terms.en.join('\n') })
  return (
    <>
      {done === 'saved' && (
        <Band tone="ok" title={t.saved} focus className="mb-5">
          {view.isPublished ? t.savedNote : t.savedDraft}
        </Band>
      )}
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <PracticeCrumbs publicId={publicId} name={brand} here={t.name} />
      <PageHead title={t.title(title)}>{t.lead}</PageHead>
      <StoredMeanwhile view={view} form={form} />
      <form method="post" className="stack">
        {/* What the page showed first, also after an error: others' changes are never overwritten unseen. */}
        <input type="hidden" name="base" value={form.field('base').defaultValue ?? base} />
        {LANGUAGES.map((one) => (
          <TermsOf key={one} lang={one} view={view} form={form} />
        ))}
      </form>
      <Subjects view={view} />
    </>
  )
}

function TermsOf({ lang, view, form }: { lang: Language; view: TermsView; form: FormReplyFields }) {
  const t = useText(termsText)
  return (
    <Section
      id={lang}
      title={t.language[lang]}
      aside={<span className="small dim">{t.count(view.terms[lang].length)}</span>}
    >
      <div className="cols cols--2">
        <div className="stack">
          <TextArea {...form.field(lang)} label={t.terms[lang]} hint={t.hint} rows={12} lang={lang} />
          <p className="acts">
            <Button>{t.save}</Button>
          </p>
        </div>
        <TermSuggestionsPicks lang={lang} suggestions={view.suggestions?.[lang]} form={form} />
      </div>
    </Section>
  )
}

/** After a conflict: what the other person has saved, to be merged. */
function StoredMeanwhile({ view, form }: { view: TermsView; form: FormReplyFields }) {
  const t = useText(termsText)
  const shown = form.field('base').defaultValue
  if (shown === undefined || shown === view.base) return null
  return (
    <Band tone="info" title={t.stored} className="mb-5">
      {LANGUAGES.map((lang) => (
        <p key={lang} className="small">
          <b>{t.language[lang]}:</b> <span lang={lang}>{view.terms[lang].join(', ') || '–'}</span>
        </p>
      ))}
      <p className="small">
        {t.storedNote} <a href={paths.practiceTerms(view.publicId)}>{t.reopen}</a>
      </p>
    </Band>
  )
}

function Subjects({ view: { subjects } }: { view: TermsView }) {
  const t = useText(termsText)
  const missing = languagesWithout(subjects)
  return (
    <Section id="kunci" title={t.subjects}>
      {LANGUAGES.map((lang) => (
        <p key={lang} className="small" lang={missing.includes(lang) ? undefined : lang}>
          {missing.includes(lang) ? t.subjectsMissing[lang] : subjects[lang].join(', ')}
        </p>
      ))}
      <p className="small dim">{t.subjectsNote}</p>
    </Section>
  )
}
