import { searchHealthText } from '#app/i18n/search-health.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import type { SearchStatus } from '#search/engine.ts'
import type { CheckRecord, RebuildRecord } from '#search/record.server.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'
import { CheckResult } from './search-check.tsx'
import { type AsideRow, SetAside } from './search-set-aside.tsx'

type SearchHealthProps = {
  status: SearchStatus
  check: CheckRecord | null
  rebuild: RebuildRecord | null
  isWaiting: boolean
  setAside: AsideRow[]
  done: string | null
}

/** Whether the search shows what the database holds, and what to do when it does not. */
export function SearchHealthPage({ status, check, rebuild, isWaiting, setAside, done }: SearchHealthProps) {
  const t = useText(searchHealthText)
  return (
    <>
      <Done done={done} />
      <PageHead
        title={t.title}
        action={
          <form method="post">
            <Button name="intent" value="check" icon="check">
              {t.check}
            </Button>
          </form>
        }
      >
        {t.lead}
      </PageHead>
      {isWaiting && <Band tone="info" title={t.waiting} className="mb-5" />}
      <Section id="check" title={t.last} look="bare" aside={check && <When at={check.at} as="time" />}>
        <CheckResult check={check} />
      </Section>
      <Section id="aside" title={t.aside}>
        <SetAside rows={setAside} />
      </Section>
      <Section id="now" title={t.now}>
        <Now status={status} rebuild={rebuild} />
        <p className="small dim mt-4">
          {t.commands} <code>npm run search:verify -- --heal</code>, <code>npm run search:rebuild</code>,{' '}
          <code>npm run search:rebuild -- --back</code>
        </p>
      </Section>
    </>
  )
}

function Done({ done }: { done: string | null }) {
  const t = useText(searchHealthText)
  if (done === 'checked') {
    return (
      <Band tone="ok" title={t.checked} focus className="mb-5">
        {t.checkedNote}
      </Band>
    )
  }
  if (done === 'asked') {
    return (
      <Band tone="info" title={t.asked} focus className="mb-5">
        {t.askedNote}
      </Band>
    )
  }
  if (done !== 'retried') return null
  return (
    <Band tone="ok" title={t.retried} focus className="mb-5">
      {t.retriedNote}
    </Band>
  )
}

function Now({ status, rebuild }: { status: SearchStatus; rebuild: RebuildRecord | null }) {
  const lang = useLang()
  const t = searchHealthText(lang)
  const standsIn = status.engine !== status.configured
  const { waiting, oldestWaitingSeconds: age } = status
  const [minutes, hours] = [Math.floor(age / 60), Math.floor(age / 3600)]
  const oldest = hours > 0 ? t.hours(hours) : minutes > 0 ? t.minutes(minutes) : t.seconds(age)
  return (
    <Facts wide>
      <Fact label={t.answers}>
        {t.engine[status.engine]} {standsIn && <Tag tone="warn">{t.degraded}</Tag>}
        {standsIn && <p className="small dim">{t.standIn(t.engine[status.configured])}</p>}
        {status.configured === 'postgres' && <span className="small dim">({t.alone})</span>}
      </Fact>
      <Fact label={t.queue}>{waiting === 0 ? t.queueNone : t.queueSome(waiting, oldest)}</Fact>
      {status.configured === 'meilisearch' && (
        <Fact label={t.rebuilt}>
          {rebuild ? (
            <>
              <When at={rebuild.at} as="time" />, {t.rebuildKind[rebuild.kind]}: {t.rebuildOf(rebuild.documents)},{' '}
              {t.seconds(Math.round(rebuild.tookMs / 100) / 10)}
            </>
          ) : (
            t.never
          )}
        </Fact>
      )}
    </Facts>
  )
}
