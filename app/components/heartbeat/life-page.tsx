import type { LifeView } from '#app/domain/heartbeat/heartbeat.schema.ts'
import type { LifeListRow, previewReminders, readLifeList } from '#app/domain/heartbeat/read-life.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { lifeMessages, lifeText } from '#app/i18n/life.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { lifeColumn } from '../practice/life-column.tsx'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ChoiceChips } from '../ui/chips.tsx'
import { Pick } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { ErrorText } from '../ui/field-frame.tsx'
import { Fold } from '../ui/fold.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Stats } from '../ui/stats.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'

type List = Awaited<ReturnType<typeof readLifeList>>
type Preview = Awaited<ReturnType<typeof previewReminders>>[number]

export type LifePageProps = {
  list: List
  /** What sending would do, for the practices that were ticked. */
  preview: Preview[] | null
  done: string | null
  doneCount: number
  /** The letters were asked for, of no practice. */
  isNothingTicked: boolean
  /** `https://jipp.example.go.id`: links in a message begin with it. */
  site: string
  now: Date
}

const VIEWS = ['fresh', 'aging', 'stale', 'none', 'silent', 'contact', 'whatsapp'] as const satisfies LifeView[]
const FIGURES = ['fresh', 'aging', 'stale', 'none', 'silent'] as const

/** Who has said that their practice still runs, and who is silent: to be asked by mail or by WhatsApp. */
export function LifePage({ list, preview, done, doneCount, isNothingTicked, site, now }: LifePageProps) {
  const lang = useLang()
  const t = lifeText(lang).list
  const form = useFormReply()
  const errors = isNothingTicked ? { id: [lifeMessages(lang).nothingTicked] } : form.errors
  const { counts, view, total, page, pageSize } = list
  return (
    <>
      <Done done={done} n={doneCount} />
      <ErrorSummary errors={errors} formErrors={form.formErrors} ids={{ id: 'ticks' }} />
      <PageHead title={t.title}>{t.lead}</PageHead>
      <Stats
        items={FIGURES.map((key) => ({
          key,
          figure: formatNumber(lang, counts[key]),
          label: t.figure[key],
          href: paths.workLife({ view: key }),
          late: key === 'silent' && counts.silent > 0,
        }))}
      />
      {preview && preview.length > 0 && <Reminders preview={preview} view={view} />}
      <div className="mt-5 mb-5">
        <ChoiceChips
          label={t.views}
          chips={[
            { key: 'all', label: t.all(counts.all), href: paths.workLife(), current: view === null },
            ...VIEWS.filter((key) => counts[key] > 0 || key === view).map((key) => ({
              key,
              label: t.count(t.view[key], counts[key]),
              href: paths.workLife({ view: key }),
              current: key === view,
            })),
          ]}
        />
      </div>
      {list.practices.length === 0 ? (
        <Empty title={t.empty}>{t.emptyNote}</Empty>
      ) : (
        <Practices
          {...{ list, site, now }}
          ticked={preview?.map(({ publicId }) => publicId) ?? []}
          errors={errors.id ?? undefined}
        />
      )}
      <Pager
        page={page}
        pageSize={pageSize}
        total={total}
        href={(n) => paths.workLife({ view: view ?? undefined, page: n })}
      />
    </>
  )
}

function Done({ done, n }: { done: string | null; n: number }) {
  const t = lifeText(useLang()).list.done
  if (done === 'send') {
    return (
      <Band tone="ok" title={t.send(n)} focus className="mb-5">
        {t.sendNote}
      </Band>
    )
  }
  if (done !== 'whatsapp') return null
  return (
    <Band tone="ok" title={t.whatsapp(n)} focus className="mb-5">
      {t.whatsappNote}
    </Band>
  )
}

function Reminders({ preview, view }: { preview: Preview[]; view: List['view'] }) {
  const t = lifeText(useLang()).list
  const able = preview.filter(({ why }) => why === null)
  return (
    <section className="panel mt-5" aria-labelledby="h-preview">
      <h2 id="h-preview">{t.previewTitle(preview.length)}</h2>
      {able.length > 0 && <p className="small dim">{t.sampleLink}</p>}
      <Table
        labelledBy="h-preview"
        rows={preview}
        rowKey={({ publicId }) => publicId}
        columns={[
          { head: t.practice, header: true, cell: ({ title }) => title },
          {
            head: t.previewTo,
            cell: ({ letters, why }) =>
              why ? (
                <span className="dim">{t.why[why]}</span>
              ) : (
                letters.map((letter) => <Letter key={letter.email} letter={letter} />)
              ),
          },
        ]}
      />
      <form method="post" className="acts mt-3">
        {able.map(({ publicId }) => (
          <input key={publicId} type="hidden" name="id" value={publicId} />
        ))}
        {able.length > 0 ? (
          <Button name="intent" value="send">
            {t.send(able.length)}
          </Button>
        ) : (
          <p>{t.noneToSend}</p>
        )}
        <ButtonLink variant="quiet" href={paths.workLife({ view: view ?? undefined })}>
          {t.cancel}
        </ButtonLink>
      </form>
    </section>
  )
}

/** What one receiver will read, folded. */
function Letter({ letter: { email, subject, text } }: { letter: Preview['letters'][number] }) {
  return (
    <Fold summary={email}>
      <p>
        <b>{subject}</b>
      </p>
      <p className="pre small">{text}</p>
    </Fold>
  )
}

type PracticesProps = {
  list: List
  site: string
  now: Date
  ticked: readonly string[]
  errors: readonly string[] | undefined
}

function Practices({ list, site, now, ticked, errors }: PracticesProps) {
  const t = lifeText(useLang()).list
  return (
    <form method="get" action={paths.workLife()}>
      {list.view && <input type="hidden" name="view" value={list.view} />}
      {list.page > 1 && <input type="hidden" name="page" value={list.page} />}
      <input type="hidden" name="preview" value="1" />
      <Table
        caption={<span className="vh">{t.title}</span>}
        rows={list.practices}
        rowKey={({ id }) => id}
        columns={[
          {
            head: t.choose,
            hideHead: true,
            className: 'sel',
            cell: ({ publicId, title, isAnswered }) => (
              <Pick
                name="id"
                value={publicId}
                label={t.chooseOf(title)}
                hideLabel
                defaultChecked={ticked.includes(publicId)}
                disabled={isAnswered}
              />
            ),
          },
          {
            head: t.practice,
            header: true,
            cell: (row) => (
              <>
                <a href={paths.workPractice(row.publicId)}>{row.title}</a>
                <br />
                <span className="small dim norm">
                  {row.publicId} · {row.agency}
                </span>
              </>
            ),
          },
          lifeColumn(t.life, now),
          { head: t.contact, cell: (row) => <Contact row={row} /> },
          { head: t.asked, cell: (row) => <Asked row={row} site={site} confirms={list.confirms} /> },
        ]}
      />
      <div className="mt-3">
        <ErrorText id="ticks" errors={errors} />
      </div>
      <div className="acts mt-4" id="ticks">
        <Button variant="quiet">{t.preview}</Button>
        <Button variant="quiet" name="intent" value="whatsapp" formMethod="post" formAction={paths.workLife()}>
          {t.prepare}
        </Button>
      </div>
    </form>
  )
}

function Contact({ row }: { row: LifeListRow }) {
  const t = lifeText(useLang()).list
  return (
    <>
      {row.contact && <span className="small">{row.contact}</span>}{' '}
      {row.contactState !== 'ok' && <Tag tone="warn">{t.contactState[row.contactState]}</Tag>}
      <br />
      <a className="small" href={paths.practiceContact(row.publicId)}>
        {t.changeContact}
        <span className="vh">: {row.title}</span>
      </a>
    </>
  )
}

function Asked({ row, site, confirms }: { row: LifeListRow; site: string; confirms: boolean }) {
  const lang = useLang()
  const t = lifeText(lang)
  if (row.isAnswered)
    return (
      <a href={`${paths.workPractice(row.publicId)}#keadaan`}>
        {confirms ? t.list.confirm : t.list.waitingHub}
        <span className="vh">: {row.title}</span>
      </a>
    )
  return (
    <>
      {row.lastLetterAt ? (
        <span className="small">
          {t.list.askedTimes(row.letters)} <When at={row.lastLetterAt} />
        </span>
      ) : (
        <span className="small dim">{t.list.notAsked}</span>
      )}{' '}
      {row.isSilent && <Tag tone="bad">{t.list.silent}</Tag>}
      {row.whatsapp && (
        <>
          <br />
          <a href={whatsappHref(row, row.whatsapp, site)} rel="noopener noreferrer" target="_blank">
            {t.list.sendWhatsapp}
            <span className="vh">: {row.title}</span>
          </a>
        </>
      )}
    </>
  )
}

/** The owners are officials of the country: the message is in Indonesian whoever sends it. */
function whatsappHref(row: LifeListRow, { token, expiresAt }: NonNullable<LifeListRow['whatsapp']>, site: string) {
  const message = lifeText('id').whatsapp(row.title, row.agency, site + paths.alive(token), expiresAt)
  return `https://wa.me/?text=${encodeURIComponent(message)}`
}
