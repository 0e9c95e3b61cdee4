import type { Hat } from '#app/domain/shared/context.ts'
import { peopleText } from '#app/i18n/people.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { Button } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { KeptFields, KeptNotice, useKeptForm } from './kept-form.tsx'
import { NoHat } from './no-hat.tsx'

/** Every role the person may act in, each with the button that puts it on. */
export function HatsPage({ hats, worn, email }: { hats: Hat[]; worn: string | null; email: string }) {
  const lang = useLang()
  const t = peopleText(lang).hats
  const kept = useKeptForm()
  const roles = vocabularyText(lang).role
  if (hats.length === 0) return <NoHat email={email} />
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      <KeptNotice fields={kept.fields} focus />
      <ul className="lines">
        {hats.map((hat) => (
          <li key={hat.membershipId} className="task">
            <b>{roles[hat.role]}</b>
            <span className="dim small">
              {hat.organisationName}
              {hat.membershipId === worn && ` · ${t.worn}`}
            </span>
            <form method="post" className="acts">
              <KeptFields fields={kept.fields} />
              <Button
                variant={hat.membershipId === worn ? 'quiet' : 'primary'}
                name="membershipId"
                value={hat.membershipId}
              >
                {t.wear}
                <span className="vh">
                  : {roles[hat.role]}, {hat.organisationName}
                </span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}
