import type { AdoptionAct, ChecklistLine } from '#app/domain/adoption/adoption.ts'
import type { ItemKey } from '#app/domain/adoption/process.ts'
import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import type { adoptionText } from '#app/i18n/adoption.ts'
import { type AdoptionPage, paths } from '#app/paths.ts'

type TurnWords = keyof ReturnType<typeof adoptionText>['turn']
type Turn = { href: string; words: TurnWords }

/** Where each item is done, by which act, and in which words its button says so. */
const PLACES: Partial<Record<ItemKey, { page: AdoptionPage; acts: AdoptionAct[]; words: TurnWords; open?: boolean }>> =
  {
    two_compared: { page: 'candidates', acts: ['compare'], words: 'candidates' },
    one_chosen: { page: 'candidates', acts: ['choose'], words: 'candidates' },
    letter_signed: { page: 'letter', acts: ['write_letter', 'sign_letter'], words: 'letter', open: true },
    hub_verified: { page: 'verification', acts: ['verify_interest'], words: 'verification' },
    source_accepted: { page: 'answer', acts: ['answer_interest'], words: 'answer' },
    visit_recorded: { page: 'visits', acts: ['record_visit'], words: 'visits', open: true },
    must_keep: { page: 'visits', acts: ['record_visit'], words: 'visits', open: true },
    agreement_written: { page: 'agreement', acts: ['write_agreement'], words: 'agreement', open: true },
    adopter_signed: { page: 'agreement', acts: ['sign_adopter'], words: 'sign', open: true },
    source_signed: { page: 'agreement', acts: ['sign_source'], words: 'sign', open: true },
    parts_decided: { page: 'adaptation', acts: ['adapt'], words: 'adaptation' },
    indicator_set: { page: 'indicators', acts: ['set_indicator'], words: 'indicators' },
    action_plan: { page: 'plan', acts: ['plan'], words: 'plan' },
    cost_planned: { page: 'plan', acts: ['plan'], words: 'plan' },
    launch_date: { page: 'launch', acts: ['launch'], words: 'launch' },
    outcome_reported: { page: 'outcome', acts: ['report_outcome'], words: 'outcome' },
    year_measured: { page: 'outcome', acts: ['report_outcome'], words: 'outcome' },
    closing_written: { page: 'closing', acts: ['write_closing'], words: 'closing', open: true },
    source_cosigned: { page: 'closing', acts: ['cosign_source'], words: 'sign', open: true },
    hub_cosigned: { page: 'closing', acts: ['cosign_hub'], words: 'sign', open: true },
  }

const NEED_ITEMS: readonly ItemKey[] = ['problem', 'affected_group', 'baseline', 'plan_reference']

/** Where this person does an item, or reads it once it is done; `null` when there is nothing for them. */
export function turnOf(view: AdoptionView, line: ChecklistLine): Turn | null {
  const { adoption, can, need, party } = view
  if (line.kind === 'tick') {
    return can.tick && adoption.step === view.current.step && isOfCurrentStep(view, line)
      ? { href: paths.adoptionPage(adoption.publicId, 'checklist'), words: 'checklist' }
      : null
  }
  if (NEED_ITEMS.includes(line.key)) {
    return party === 'adopter' && can.tick && adoption.step === 1
      ? { href: paths.editNeed(need.publicId), words: 'need' }
      : null
  }
  const place = PLACES[line.key]
  if (!place) return null
  const mine = place.acts.find((act) => can[act])
  if (!mine && !(place.open && line.done)) return null
  const href = paths.adoptionPage(adoption.publicId, place.page)
  if (mine === 'sign_letter' && !can.write_letter) return { href, words: 'sign' }
  if (mine === 'answer_interest' && party === 'hub') return { href, words: 'answerOnPaper' }
  return { href, words: mine ? place.words : 'see' }
}

const isOfCurrentStep = ({ current }: AdoptionView, { key }: ChecklistLine) =>
  current.items.some((item) => item.key === key)
