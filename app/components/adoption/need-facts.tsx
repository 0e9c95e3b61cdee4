import { needText } from '#app/i18n/need.ts'
import { useText } from '#app/i18n/use-text.tsx'
import type { NeedState } from '#db/vocabulary.ts'
import { Fact, Facts } from '../ui/facts.tsx'
import { When } from '../ui/when.tsx'
import { Demo } from './marks.tsx'

type Need = {
  agency: string
  province: string
  affectedGroup: string | null
  baseline: string | null
  planReference: string | null
  laporTopic: string | null
  laporCount: number | null
  state: NeedState
  createdAt: Date
  closedAt: Date | null
  isDemo: boolean
}

/** The need sheet. */
export function NeedFacts({ need, agency }: { need: Need; agency?: boolean }) {
  const t = useText(needText).facts
  const demo = (text: string | null) => text && <Demo is={need.isDemo}>{text}</Demo>
  return (
    <Facts wide>
      {agency && <Fact label={t.agency}>{demo(`${need.agency}, ${need.province}`)}</Fact>}
      <Fact label={t.affected}>{demo(need.affectedGroup)}</Fact>
      <Fact label={t.baseline}>{demo(need.baseline)}</Fact>
      <Fact label={t.plan}>{demo(need.planReference)}</Fact>
      {need.laporTopic && <Fact label={t.lapor}>{demo(t.laporValue(need.laporTopic, need.laporCount))}</Fact>}
      <Fact label={t.since}>
        <When at={need.createdAt} as="long" />
      </Fact>
      {need.closedAt && (
        <Fact label={t.closed}>
          <When at={need.closedAt} as="long" />
        </Fact>
      )}
    </Facts>
  )
}
