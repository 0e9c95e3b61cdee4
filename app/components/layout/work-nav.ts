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

/** What each role finds in the navigation of the workspace, in this order. At most six short words. */
const LINKS: Record<Role, readonly NavLink[]> = {
  author: [home],
  agency_admin: [home, members],
  agency_head: [home],
  adopter_lead: [home],
  curator: [home],
  hub_manager: [home, members],
  mentor: [home],
  national_admin: [home, hubs, members, audit],
  observer: [home, audit],
}

/** The links of the workspace navigation for a role, with their words; a person without a hat has the way home only. */
export function workNav(role: Role | null, lang: Lang): { href: string; label: string }[] {
  const words = workText(lang).nav
  return (role ? LINKS[role] : [home]).map(({ key, href }) => ({ href, label: words[key] }))
}
