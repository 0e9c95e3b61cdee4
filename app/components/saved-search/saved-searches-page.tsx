import { countFilters, readSearch } from '#app/domain/practice/practice-query.ts'
import type { SavedSearchView } from '#app/domain/saved-search/read-saved-search.server.ts'
import { savedSearchText } from '#app/i18n/saved-search.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { useDone } from '../coaching/use-done.ts'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ChangeFold } from '../ui/change-fold.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'
import { NewSavedSearchFields, SavedSearchFields } from './search-fields.tsx'

type Props = { searches: SavedSearchView[]; done: string | null }

/** The searches that a person keeps: what is new in each, its mail, and how to change or delete it. */
export function SavedSearchesPage({ searches, done: last }: Props) {
  const t = useText(savedSearchText)
  const done = useDone(last)
  const band = done ? t.done[done] : undefined
  const reply = useFormReply()
  const intent = reply.field('intent').defaultValue
  const sent = intent === 'save' ? 'new' : (reply.field('id').defaultValue ?? '')
  return (
    <>
      {band && <Band tone="ok" title={band} focus className="mb-5" />}
      <ErrorSummary
        errors={reply.errors}
        formErrors={reply.formErrors}
        ids={{ name: `f-name-${sent}`, alert: `f-alert-${sent}` }}
      />
      <PageHead title={t.title}>{searches.length > 0 ? t.lead : undefined}</PageHead>
      {intent === 'save' && <SaveAgain />}
      {searches.length > 0 ? (
        <Table
          caption={<span className="vh">{t.title}</span>}
          rows={searches}
          rowKey={({ id }) => id}
          columns={[
            { head: t.search, header: true, headClassName: 'w-35', cell: (search) => <Name search={search} /> },
            { head: t.fresh, headClassName: 'w-35', cell: (search) => <Fresh search={search} /> },
            { head: t.seen, className: 'nowrap', cell: ({ seenAt }) => <When at={seenAt} /> },
            { head: t.acts, hideHead: true, cell: (search) => <Change search={search} /> },
          ]}
        />
      ) : (
        <Empty title={t.empty} action={<ButtonLink href={paths.practices()}>{t.toSearch}</ButtonLink>}>
          {t.emptyNote}
        </Empty>
      )}
    </>
  )
}

/** A search that could not be saved as it was sent from the search page. */
function SaveAgain() {
  const t = useText(savedSearchText)
  return (
    <div className="cols cols--form mb-5">
      <Panel title={t.save}>
        <form method="post" className="stack">
          <NewSavedSearchFields stored={{ search: '', name: '' }} />
          <div className="acts">
            <Button name="intent" value="save">
              {t.save}
            </Button>
          </div>
        </form>
      </Panel>
    </div>
  )
}

const resultsOf = ({ params }: SavedSearchView) => paths.practices(new URLSearchParams(params))

function Name({ search }: { search: SavedSearchView }) {
  const t = useText(savedSearchText)
  const { state } = readSearch(new URLSearchParams(search.params))
  const filters = countFilters(state)
  const what = [state.q && t.words(state.q), filters > 0 && t.filters(filters), t.alertOf[search.alert]]
  if (!state.q && filters === 0) what.unshift(t.whole)
  return (
    <>
      <a href={resultsOf(search)}>{search.name}</a>
      <br />
      <span className="small dim norm">{what.filter(Boolean).join(' · ')}</span>
    </>
  )
}

function Fresh({ search: { newCount, named } }: { search: SavedSearchView }) {
  const t = useText(savedSearchText)
  if (newCount === 0) return <span className="dim">{t.none}</span>
  return (
    <>
      <Tag tone="ok">{t.count(newCount)}</Tag>
      <ul className="stack-s small mt-2">
        {named.map(({ publicId, title }) => (
          <li key={publicId}>
            <a href={paths.practice(publicId)}>{title}</a>
          </li>
        ))}
        {newCount > named.length && <li className="dim">{t.more(newCount - named.length)}</li>}
      </ul>
    </>
  )
}

function Change({ search: { id, name, alert } }: { search: SavedSearchView }) {
  const t = useText(savedSearchText)
  const form = useFormReply({ name, alert }, { intent: 'change', id })
  const hasErrors = Boolean(form.field('name').errors ?? form.field('alert').errors)
  return (
    <ChangeFold
      summary={t.changeShort}
      summaryOf={t.change(name)}
      open={hasErrors}
      known={{ id }}
      save={t.saveChange}
      remove={{ intent: 'delete', label: t.remove }}
    >
      <SavedSearchFields form={form} id={id} />
    </ChangeFold>
  )
}
