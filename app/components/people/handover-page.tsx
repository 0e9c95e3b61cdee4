import type { readHandover, readHandoverPeople } from '#app/domain/people/read-handover.server.ts'
import { handoverText } from '#app/i18n/handover.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, Select } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'

type People = Awaited<ReturnType<typeof readHandoverPeople>>
type View = Awaited<ReturnType<typeof readHandover>>
type Row = View['rows'][number]

export type HandoverPageProps = { people: People | null; view: View | null; isPreview: boolean; done: string | null }

/** Who holds what, and the wizard that gives it to others: choose, look, do. */
export function HandoverPage({ people, view, isPreview, done }: HandoverPageProps) {
  const t = handoverText(useLang())
  const form = useFormReply()
  return (
    <>
      {done === 'handover' && (
        <Band tone="ok" title={t.done} focus className="mb-5">
          {t.doneNote}
        </Band>
      )}
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      {view ? <Wizard view={view} isPreview={isPreview} /> : people && <PeopleList people={people} />}
    </>
  )
}

function PeopleList({ people }: { people: People }) {
  const t = handoverText(useLang())
  return (
    <>
      <PageHead title={t.title} kicker={people.organisation}>
        {t.lead}
      </PageHead>
      <Section id="left" title={t.leavers} look="first">
        {people.leavers.length === 0 ? <p className="dim">{t.noLeavers}</p> : <p className="small">{t.leaversNote}</p>}
        {people.leavers.length > 0 && <PersonTable people={people.leavers} labelledBy="h-left" />}
      </Section>
      <Section id="members" title={t.members}>
        <PersonTable people={people.members} labelledBy="h-members" />
      </Section>
    </>
  )
}

function PersonTable({ people, labelledBy }: { people: People['members']; labelledBy: string }) {
  const t = handoverText(useLang())
  return (
    <Table
      labelledBy={labelledBy}
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        { head: t.person, header: true, cell: ({ name }) => name },
        { head: t.held, cell: ({ held }) => t.things(held) },
        {
          head: t.start,
          hideHead: true,
          cell: ({ id, name, held }) =>
            held > 0 && (
              <a href={paths.handover({ person: id })}>
                {t.start}
                <span className="vh">: {name}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

function Wizard({ view, isPreview }: { view: View; isPreview: boolean }) {
  const t = handoverText(useLang())
  const { person, rows } = view
  return (
    <>
      <Crumbs items={[{ label: t.title, href: paths.handover() }, { label: person.name }]} />
      <PageHead title={t.of(person.name)} kicker={view.organisation}>
        {person.leftOn ? (
          <p className="dim">
            {t.leftOn} <When at={person.leftOn} />
          </p>
        ) : undefined}
      </PageHead>
      {rows.length === 0 ? (
        <Empty title={t.nothing} action={<ButtonLink href={paths.members()}>{t.toMembers}</ButtonLink>}>
          {t.nothingNote}
        </Empty>
      ) : isPreview ? (
        <Preview view={view} />
      ) : (
        <Choose view={view} />
      )}
    </>
  )
}

const choiceOf = ({ kind, id }: Row, to: string) => `${kind}:${id}:${to}`

function Choose({ view }: { view: View }) {
  const t = handoverText(useLang())
  const { person, rows, successors, all, mailbox } = view
  return (
    <form method="get" action={paths.handover()} className="stack">
      <input type="hidden" name="person" value={person.id} />
      <input type="hidden" name="preview" value="1" />
      <Select
        name="all"
        label={t.all}
        hint={t.allHint}
        defaultValue={all ?? ''}
        options={successors.map(({ id, name }) => ({ value: id, label: name }))}
        width="m"
      />
      {rows.some(({ kind }) => kind === 'contact') && (
        <Field
          name="mailbox"
          label={t.mailbox}
          hint={t.mailboxHint}
          type="email"
          defaultValue={mailbox ?? ''}
          maxLength={254}
          optional
        />
      )}
      <Holdings rows={rows} last={{ head: t.successor, cell: (row) => <Successor row={row} /> }} />
      <div className="acts">
        <Button>{t.preview}</Button>
        <a href={paths.handover()}>{t.back}</a>
      </div>
    </form>
  )
}

function Successor({ row }: { row: Row }) {
  const t = handoverText(useLang())
  if (row.able.length === 0 && row.kind !== 'contact') {
    return (
      <span className="small dim">
        {t.noSuccessor} <a href={paths.members()}>{t.toMembers}</a>
      </span>
    )
  }
  return (
    <Select
      name="to"
      id={`f-to-${row.kind}-${row.id}`}
      label={t.successorOf(row.label)}
      hideLabel
      defaultValue={row.own ? choiceOf(row, row.own) : ''}
      empty={t.asAll}
      options={[
        ...row.able.map(({ id, name }) => ({ value: choiceOf(row, id), label: name })),
        { value: choiceOf(row, 'keep'), label: t.keep },
      ]}
    />
  )
}

function Holdings({ rows, last }: { rows: Row[]; last: { head: string; cell: (row: Row) => React.ReactNode } }) {
  const t = handoverText(useLang())
  return (
    <Table
      caption={<span className="vh">{t.title}</span>}
      rows={rows}
      rowKey={({ kind, id }) => `${kind} ${id}`}
      columns={[
        { head: t.what, cell: ({ kind }) => t.kind[kind] },
        {
          head: t.about,
          header: true,
          cell: ({ label, ref, where, on }) => (
            <>
              {label}
              <br />
              <span className="small dim norm">
                {[ref, where].filter(Boolean).join(' · ')} {on && <When at={on} />}
              </span>
            </>
          ),
        },
        last,
      ]}
    />
  )
}

function Preview({ view }: { view: View }) {
  const t = handoverText(useLang())
  const { person, rows, mailbox, all } = view
  const moving = rows.filter(({ chosen }) => chosen !== 'keep')
  const own = rows.flatMap((row) => (row.own ? [choiceOf(row, row.own)] : []))
  const change = paths.handover({ person: person.id, all: all ?? undefined, mailbox: mailbox ?? undefined, to: own })
  return (
    <Section id="preview" title={t.previewTitle} look="first">
      <Holdings
        rows={rows}
        last={{
          head: t.successor,
          cell: ({ chosen, able }) =>
            chosen === 'keep' ? (
              <span className="dim">{t.keep}</span>
            ) : chosen === 'mailbox' ? (
              t.byMailbox(mailbox ?? '')
            ) : (
              <b>{able.find(({ id }) => id === chosen)?.name}</b>
            ),
        }}
      />
      <form method="post" action={paths.handover({ person: person.id })} className="mt-4">
        <input type="hidden" name="person" value={person.id} />
        <input type="hidden" name="mailbox" value={mailbox ?? ''} />
        {moving.map((row) => (
          <input key={row.id + row.kind} type="hidden" name="to" value={choiceOf(row, row.chosen)} />
        ))}
        <p className="small dim mb-3">{moving.length > 0 ? t.applyNote : t.previewNone}</p>
        <div className="acts">
          {moving.length > 0 && <Button>{t.apply(moving.length)}</Button>}
          <a href={change}>{t.change}</a>
        </div>
      </form>
    </Section>
  )
}
