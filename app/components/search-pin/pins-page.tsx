import { FILTERS, readSearch } from '#app/domain/practice/practice-query.ts'
import type { PinsView } from '#app/domain/search-pin/read-pins.server.ts'
import { facetLabel } from '#app/i18n/facet-label.ts'
import { searchText } from '#app/i18n/search.ts'
import { searchPinText } from '#app/i18n/search-pin.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { useDone } from '../coaching/use-done.ts'
import { Band } from '../ui/band.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'
import { AddPin, ChangePin, pinFieldIds } from './pin-forms.tsx'

type Pin = PinsView['pins'][number]
type Props = { view: PinsView; given: { words: string | null; practice: string | null }; done: string | null }

/** The practices that a hub puts on top of results: which, for what, why, until when; and the form to add one. */
export function PinsPage({ view, given, done: last }: Props) {
  const t = useText(searchPinText)
  const done = useDone(last)
  const band = done ? t.done[done] : undefined
  const reply = useFormReply()
  return (
    <>
      {band && <Band tone="ok" title={band} focus className="mb-5" />}
      <ErrorSummary
        errors={reply.errors}
        formErrors={reply.formErrors}
        ids={pinFieldIds(reply.field('id').defaultValue)}
      />
      <PageHead title={t.title}>{view.everywhere ? t.leadNational : t.lead}</PageHead>
      <div className="cols cols--main">
        <div>
          {view.pins.length > 0 ? (
            <PinTable view={view} />
          ) : (
            <Empty
              title={t.empty}
              action={
                <ButtonLink variant="quiet" href={paths.demand()}>
                  {t.toDemand}
                </ButtonLink>
              }
            >
              {t.emptyNote}
            </Empty>
          )}
        </div>
        <aside aria-label={t.add}>
          <AddPin dates={view.dates} given={given} />
        </aside>
      </div>
    </>
  )
}

function PinTable({ view: { pins, places, everywhere, dates } }: { view: PinsView }) {
  const t = useText(searchPinText)
  const hub: Column<Pin> = { head: t.hub, cell: (pin) => pin.hub ?? t.national }
  return (
    <Table
      caption={<span className="vh">{t.title}</span>}
      rows={pins}
      rowKey={({ id }) => id}
      columns={[
        { head: t.forWhat, header: true, headClassName: 'w-25', cell: (pin) => <Target pin={pin} places={places} /> },
        { head: t.pinned, headClassName: 'w-35', cell: (pin) => <Practice pin={pin} /> },
        ...(everywhere ? [hub] : []),
        { head: t.state, cell: (pin) => <State pin={pin} /> },
        { head: t.acts, hideHead: true, cell: (pin) => <ChangePin pin={pin} dates={dates} /> },
      ]}
    />
  )
}

function Target({ pin: { kind, target, position }, places }: { pin: Pin; places: PinsView['places'] }) {
  const lang = useLang()
  const t = searchPinText(lang)
  const params = kind === 'words' ? new URLSearchParams({ q: target }) : new URLSearchParams(target)
  const { filters } = readSearch(params).state
  const labels = FILTERS.flatMap((facet) =>
    filters[facet].map((value) => `${searchText(lang).facet[facet]}: ${facetLabel(lang, facet, value, places)}`),
  )
  return (
    <>
      <a href={paths.practices(params)}>{kind === 'words' ? `“${target}”` : t.page(labels.join(', '))}</a>
      <br />
      <span className="small dim norm">
        {t.position} {position}
      </span>
    </>
  )
}

function Practice({ pin: { publicId, title, reason } }: { pin: Pin }) {
  return (
    <>
      <a href={paths.practice(publicId)}>{title}</a>
      <br />
      <span className="small dim">{reason}</span>
    </>
  )
}

function State({ pin: { isExpired, isPublished, expiresOn, createdBy, language } }: { pin: Pin }) {
  const t = useText(searchPinText)
  const state = isExpired ? 'expired' : isPublished ? 'live' : 'gone'
  return (
    <>
      <Tag tone={state === 'live' ? 'ok' : state === 'gone' ? 'warn' : 'idle'}>{t.states[state]}</Tag>
      <br />
      <span className="small dim">
        {t.expiresOn} <When at={expiresOn} />
        {language && <> · {language.toUpperCase()}</>}
        {createdBy && <> · {t.by(createdBy)}</>}
      </span>
    </>
  )
}
