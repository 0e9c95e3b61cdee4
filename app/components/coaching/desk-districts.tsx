import type { Desk } from '#app/domain/coaching/read-desk.server.ts'
import { written } from '#app/domain/practice/bilingual.ts'
import { coachingDeskText } from '#app/i18n/coaching-desk.ts'
import { lowerFirst } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { ADOPTION_STEPS } from '#db/vocabulary.ts'
import { Bar } from '../ui/meter.tsx'
import { MiniSteps } from '../ui/steps.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'
import { CONTACT_TONE } from './marks.tsx'

type District = Desk['districts'][number]

/** A bar is full at so many days. */
const FULL_DAYS = 100

/** The mentor's districts, those without a session for longest first. */
export function DeskDistricts({ districts }: { districts: readonly District[] }) {
  const t = coachingDeskText(useLang()).desk
  return (
    <Table
      hot
      labelledBy="h-daerah"
      rows={districts}
      rowKey={(district) => district.code}
      columns={[
        {
          head: t.district,
          header: true,
          cell: ({ name, code }) => <a href={paths.coaching({ view: 'all', region: code })}>{name}</a>,
        },
        { head: t.days, label: t.daysShort, headClassName: 'w-25', cell: (district) => <Days district={district} /> },
        { head: t.adoption, label: t.adoptionShort, cell: (district) => <Adoptions district={district} /> },
        { head: t.actions, end: true, cell: (district) => <Open district={district} /> },
        { head: t.next, cell: (district) => <Next district={district} /> },
      ]}
    />
  )
}

function Days({ district: { days, contact } }: { district: District }) {
  const t = coachingDeskText(useLang()).desk
  const note = contact === 'late' ? t.isLate : contact === 'soon' ? t.isSoon : undefined
  return (
    <Bar
      percent={((days ?? FULL_DAYS) / FULL_DAYS) * 100}
      tone={CONTACT_TONE[contact]}
      note={days === null ? undefined : note}
    >
      {days ?? t.never}
    </Bar>
  )
}

function Adoptions({ district: { adoptions } }: { district: District }) {
  const lang = useLang()
  const t = coachingDeskText(lang).desk
  if (adoptions.length === 0) return <span className="dim">{t.noAdoption}</span>
  return (
    <>
      {adoptions.map(({ ref, step, title, brand }) => (
        <div key={ref}>
          <a href={paths.workAdoption(ref)}>{(title && written(title, lang)?.text) ?? brand ?? ref}</a>
          <br />
          <MiniSteps step={step} of={ADOPTION_STEPS.length} />
        </div>
      ))}
    </>
  )
}

function Open({ district: { code, unfinished, overdue } }: { district: District }) {
  const t = coachingDeskText(useLang()).desk
  if (unfinished === 0) return <>0</>
  return (
    <a href={paths.actions({ region: code })}>
      {unfinished}
      {overdue > 0 && (
        <>
          , <b className="late">{t.overdue(overdue)}</b>
        </>
      )}
    </a>
  )
}

function Next({ district: { visit, announcedOn, agencyId } }: { district: District }) {
  const lang = useLang()
  const t = coachingDeskText(lang).desk
  if (visit)
    return (
      <a href={paths.coachingSession(visit.id)}>
        <When at={visit.startsAt} zone={visit.timeZone} />,{' '}
        {lowerFirst(vocabularyText(lang).coachingChannel[visit.channel])}
      </a>
    )
  return (
    <>
      {announcedOn && (
        <>
          <When at={announcedOn} />
          <br />
        </>
      )}
      <a href={paths.coachingNew({ as: 'plan', agency: agencyId ?? undefined })}>{t.schedule}</a>
    </>
  )
}
