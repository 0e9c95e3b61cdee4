import { practiceText } from '#app/i18n/practice.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { useRoot } from '../../layout/root-data.ts'
import { Crumbs } from '../../ui/page-head.tsx'

/** What the list of practices in the workspace is called by people of an agency, of a hub, of the national office. */
export function usePracticesTitle(): string {
  const { list: t } = practiceText(useLang())
  const kind = useRoot()?.user?.organisationKind ?? 'agency'
  return { agency: t.title, hub: t.hubTitle, national: t.nationalTitle }[kind]
}

/** The way to a practice of the workspace, and to a page below it. */
export function PracticeCrumbs({ publicId, name, here }: { publicId: string; name: string; here?: string }) {
  const list = { label: usePracticesTitle(), href: paths.workPractices() }
  const items = here
    ? [list, { label: name, href: paths.workPractice(publicId) }, { label: here }]
    : [list, { label: name }]
  return <Crumbs items={items} />
}
