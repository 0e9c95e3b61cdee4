import { membersText } from '#app/i18n/members.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { OrganisationKind } from '#db/vocabulary.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'

export type SearchState = {
  q: string
  found: { id: string; name: string; kind: OrganisationKind }[]
  more: boolean
}

/** Finds the members page of any organisation by its name. */
export function OrganisationSearch({ q, found, more }: SearchState) {
  const lang = useLang()
  const t = membersText(lang)
  const kinds = vocabularyText(lang).organisationKind
  return (
    <Panel title={t.other}>
      <p className="small">{t.otherNote}</p>
      <form method="get" action={paths.members()} className="stack-s">
        <Field name="q" type="search" label={t.search} defaultValue={q} autoComplete="off" maxLength={100} />
        <div className="acts">
          <Button variant="quiet" icon="search">
            {t.searchSubmit}
          </Button>
        </div>
      </form>
      {q && found.length === 0 && <p role="status">{t.notFound(q)}</p>}
      {found.length > 0 && (
        <ul className="lines">
          {found.map(({ id, name, kind }) => (
            <li key={id}>
              <a href={paths.members({ organisation: id, q })}>{name}</a>{' '}
              <span className="dim small">{kinds[kind]}</span>
            </li>
          ))}
        </ul>
      )}
      {more && <p className="small dim">{t.more}</p>}
    </Panel>
  )
}
