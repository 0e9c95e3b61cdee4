import type { Lang } from '#app/i18n/lang.ts'
import { workText } from '#app/i18n/work.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

type NavKey = keyof ReturnType<typeof workText>['nav']
type NavLink = { key: NavKey; href: string }

const home: NavLink = { key: 'home', href: paths.work() }
const members: NavLink = { key: 'members', href: paths.members() }
const hubs: NavLink = { key: 'hubs', href: paths.workHubs() }
const audit: NavLink = { key: 'audit', href: paths.audit() }

const searchHealth: NavLink = { key: 'searchHealth', href: paths.searchHealth() }

const practices: NavLink = { key: 'practices', href: paths.workPractices() }
const review: NavLink = { key: 'review', href: paths.reviewQueue() }

const needs: NavLink = { key: 'needs', href: paths.workNeeds() }
const adoptions: NavLink = { key: 'adoptions', href: paths.workAdoptions() }

const coaching: NavLink = { key: 'coaching', href: paths.coaching() }
const record: NavLink = { key: 'record', href: paths.coachingNew() }
const actions: NavLink = { key: 'actions', href: paths.actions() }
const assignments: NavLink = { key: 'assignments', href: paths.assignments() }

/** What each role finds in the navigation of the workspace, in this order. At most six short words. */
const LINKS: Record<Role, readonly NavLink[]> = {
  author: [home, practices, coaching],
  agency_admin: [home, practices, needs, adoptions, coaching, members],
  agency_head: [home, adoptions, coaching],
  adopter_lead: [home, needs, adoptions, coaching, actions],
  curator: [home, review, practices, needs, adoptions, coaching],
  hub_manager: [home, needs, adoptions, coaching, assignments, members],
  mentor: [home, adoptions, coaching, record, actions],
  national_admin: [home, review, adoptions, coaching, hubs, members, audit, searchHealth],
  observer: [home, adoptions, coaching, audit],
}

const life: NavLink = { key: 'life', href: paths.workLife() }
const questions: NavLink = { key: 'questions', href: paths.workQuestions() }
const handover: NavLink = { key: 'handover', href: paths.handover() }
const statistics: NavLink = { key: 'statistics', href: paths.statistics() }
const demand: NavLink = { key: 'demand', href: paths.demand() }
const pins: NavLink = { key: 'pins', href: paths.pins() }
const jobs: NavLink = { key: 'jobs', href: paths.jobs() }
const imports: NavLink = { key: 'imports', href: paths.imports() }
const searches: NavLink = { key: 'searches', href: paths.savedSearches() }

/** What has no room in the navigation and waits on the first page of the workspace. */
const TOOLS: Record<Role, readonly NavLink[]> = {
  author: [questions, statistics, searches],
  agency_admin: [review, life, questions, statistics, handover, imports, searches, demand],
  agency_head: [statistics, searches],
  adopter_lead: [statistics, searches, demand],
  curator: [life, questions, statistics, imports, searches, demand, pins],
  hub_manager: [review, life, questions, statistics, handover, imports, searches, demand, pins],
  mentor: [searches],
  national_admin: [life, questions, statistics, imports, searches, demand, pins, jobs],
  observer: [statistics, searches, demand],
}

/** Further pages for a role, with their words. */
export function workTools(role: Role, lang: Lang): { href: string; label: string }[] {
  const words = workText(lang).nav
  return TOOLS[role].map(({ key, href }) => ({ href, label: words[key] }))
}

/** The links of the workspace navigation for a role, with their words; a person without a hat has the way home only. */
export function workNav(role: Role | null, lang: Lang): { href: string; label: string }[] {
  const words = workText(lang).nav
  return (role ? LINKS[role] : [home]).map(({ key, href }) => ({ href, label: words[key] }))
}
