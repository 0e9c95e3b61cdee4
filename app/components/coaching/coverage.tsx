import type { AssignmentsPage } from '#app/domain/coaching/read-desk.server.ts'
import { coachingDeskText } from '#app/i18n/coaching-desk.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Section } from '../ui/panel.tsx'

const LOOK = { plan: 'tile tile--1', soon: 'tile tile--soon', late: 'tile tile--late' } as const

/** `Kabupaten Contoh Hulu` in a narrow tile. */
const shortName = (name: string) => name.replace(/^(Kabupaten|Kota)( Administrasi)? /, '')

/** Days since the last session, a tile per district; framed and hatched tiles say soon and late, words repeat it. */
export function Coverage({ districts, contacts }: Pick<AssignmentsPage, 'districts' | 'contacts'>) {
  const t = coachingDeskText(useLang()).assignments
  const inWords = { plan: '', soon: `, ${t.soon}`, late: `, ${t.late}` }
  return (
    <Section id="cakupan" title={t.coverage(districts.length)} look="first">
      <div className="tiles tiles--flat">
        <ol aria-label={t.tiles}>
          {districts.map(({ code, name, days, contact }) => (
            <li key={code}>
              <a className={LOOK[contact]} href={paths.coaching({ region: code })} title={name}>
                <b>{days ?? t.none}</b>
                <span aria-hidden="true">{shortName(name)}</span>
                <span className="vh">
                  {days === null ? '' : ` ${t.daysWord}`}, {name}
                  {days === null ? `, ${t.neverCoached}` : inWords[contact]}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </div>
      <ul className="key mt-3">
        <li>
          <span className={LOOK.plan} />
          {t.keyPlan(contacts.plan)}
        </li>
        <li>
          <span className={LOOK.soon} />
          {t.keySoon(contacts.soon)}
        </li>
        <li>
          <span className={LOOK.late} />
          {t.keyLate(contacts.late)}
        </li>
      </ul>
    </Section>
  )
}
