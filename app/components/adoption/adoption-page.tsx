import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { AdaptationTable } from './adaptation-table.tsx'
import { AdoptionAside } from './adoption-aside.tsx'
import { AdoptionHead } from './adoption-head.tsx'
import { AdoptionLog } from './adoption-log.tsx'
import { CandidateTable } from './candidate-table.tsx'
import { Gate, PassedSteps } from './gate.tsx'
import { OutcomeTable } from './outcome-table.tsx'
import { Unsent } from './unsent.tsx'

/** The process page: eight steps, what the current gate asks for, results, adaptation, log; papers and exit aside. */
export function AdoptionPage({ view, done }: { view: AdoptionView; done: string | null }) {
  const { can } = view
  const running = view.adoption.state === 'active'
  const gate = can.pass_gate && view.missing.length === 0
  return (
    <>
      <Unsent withErrors offered={{ pass_gate: gate, resume: can.resume, stop: can.stop }} />
      <AdoptionHead view={view} done={done} />
      <div className="cols cols--main mt-6">
        <div>
          {running && <Gate view={view} />}
          {view.candidates.length > 0 && view.adoption.step <= 2 && <CandidateTable view={view} />}
          {view.indicators.length > 0 && <OutcomeTable view={view} />}
          {view.adaptations.length > 0 && <AdaptationTable view={view} />}
          <AdoptionLog view={view} />
          <PassedSteps view={view} />
        </div>
        <AdoptionAside view={view} />
      </div>
    </>
  )
}
