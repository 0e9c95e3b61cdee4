import type { Hat } from '#app/domain/shared/context.ts'
import { dateIn } from '#app/domain/shared/dates.ts'
import type { WorkItem } from '#app/domain/shared/work-item.ts'
import { ageInWords, formatDate, formatDayDate } from '#app/i18n/format.ts'
import { peopleText } from '#app/i18n/people.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { workItemText } from '#app/i18n/work-items.ts'
import { paths } from '#app/paths.ts'
import { workTools } from '../layout/work-nav.ts'
import { Band } from '../ui/band.tsx'
import { Empty } from '../ui/empty.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { NoHat } from './no-hat.tsx'

type WorkPageProps = {
  hat: Hat | null
  name: string
  email: string
  items: WorkItem[]
  now: Date
  done: string | null
}

/** Where everybody lands: what waits for this person in this hat, what is late first. */
export function WorkPage({ hat, name, email, items, now, done }: WorkPageProps) {
  const lang = useLang()
  const t = peopleText(lang).work
  if (!hat) return <NoHat email={email} />
  return (
    <>
      {done === 'joined' && (
        <Band tone="ok" title={t.joined} focus className="mb-5">
          {t.joinedNote}
        </Band>
      )}
      <PageHead title={formatDayDate(lang, now)}>{items.length > 0 ? t.count(items.length) : undefined}</PageHead>
      <div className="cols cols--main">
        <section aria-labelledby="h-todo">
          {items.length > 0 ? (
            <>
              <h2 id="h-todo">{t.waiting}</h2>
              <ul className="lines mt-2">
                {items.map((item) => (
                  <Task key={`${item.kind} ${item.href} ${item.params.about}`} item={item} now={now} />
                ))}
              </ul>
            </>
          ) : (
            <Empty title={<span id="h-todo">{t.empty}</span>}>
              {hat.role === 'observer' ? t.observer : t.emptyNote}
            </Empty>
          )}
        </section>
        <aside aria-label={t.role}>
          <HatPanel hat={hat} name={name} />
        </aside>
      </div>
    </>
  )
}

function Task({ item, now }: { item: WorkItem; now: Date }) {
  const lang = useLang()
  const t = peopleText(lang).work
  const words = workItemText(lang)
  const { about, where, step, more } = item.params
  const late = item.due !== undefined && item.due < dateIn('WIB', now)
  const details = [
    where,
    step && words.step(step),
    more && words.more(more),
    item.due ? t.due(formatDate(lang, item.due)) : t.since(ageInWords(lang, item.since, now)),
  ]
  return (
    <li className="task">
      <a href={item.href}>
        <b>{words.act[item.kind]}</b> {about}
      </a>
      <span className="dim small">{details.filter(Boolean).join(' · ')}</span>
      {(late || item.urgent) && <Tag tone={late ? 'bad' : 'warn'}>{late ? t.late : t.urgent}</Tag>}
    </li>
  )
}

const PLACE_LABEL = { agency: 'organisation', hub: 'hub', national: 'national' } as const

function HatPanel({ hat, name }: { hat: Hat; name: string }) {
  const lang = useLang()
  const t = peopleText(lang).work
  return (
    <Panel title={t.role}>
      <Facts small>
        <Fact label={t.person}>{name}</Fact>
        <Fact label={t.hat}>{vocabularyText(lang).role[hat.role]}</Fact>
        <Fact label={t[PLACE_LABEL[hat.organisationKind]]}>{hat.organisationName}</Fact>
      </Facts>
      <p className="small">
        <a href={paths.account()}>{t.account}</a>
      </p>
      {workTools(hat.role, lang).map(({ href, label }) => (
        <p key={href} className="small">
          <a href={href}>{label}</a>
        </p>
      ))}
    </Panel>
  )
}
