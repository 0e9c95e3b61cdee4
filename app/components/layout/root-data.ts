import { useRouteLoaderData } from '@remix-run/react'
import type { Lang } from '#app/i18n/lang.ts'
import type { OrganisationKind, Role } from '#db/vocabulary.ts'

/** What every page knows: the answer of the root loader. */
export type RootData = {
  lang: Lang
  /** Demo accounts and demo records are loaded. */
  demo: boolean
  /** The address of the site without a path: `https://jipp.example.go.id`. */
  site: string
  user: {
    name: string
    /** The hat worn now; null while no membership holds. */
    role: Role | null
    organisation: string | null
    organisationKind: OrganisationKind | null
    /** How many other hats the person could wear. */
    otherHats: number
  } | null
}

/** The root data, or `undefined` when loading it failed. */
export function useRoot(): RootData | undefined {
  return useRouteLoaderData('root') as RootData | undefined
}
