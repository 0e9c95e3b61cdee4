import { peopleText } from '#app/i18n/people.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'

/** For a person whose account is connected with no organisation: what to do, instead of an empty page. */
export function NoHat({ email }: { email: string }) {
  const t = useText(peopleText)
  return (
    <div className="stack">
      <PageHead title={t.hats.none} />
      <p className="read">{t.hats.noneNote}</p>
      <p className="read">{t.hats.noneEmail(email)}</p>
      <p className="acts">
        <ButtonLink variant="quiet" href={paths.practices()}>
          {t.hats.read}
        </ButtonLink>
        <a href={paths.account()}>{t.work.account}</a>
      </p>
    </div>
  )
}
