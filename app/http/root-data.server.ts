import type { Role } from '#db/vocabulary.ts'
import { env } from '../config/env.server.ts'
import { type Lang, langOf } from '../i18n/lang.ts'
import { contextFor, type RouteArgs } from './context.server.ts'

export type RootUser = {
  name: string
  role: Role | null
  organisation: string | null
  /** How many roles the person may choose from. */
  hats: number
}

export type RootData = {
  lang: Lang
  /** Who is signed in; `null` for visitors, and while the database cannot be reached. */
  user: RootUser | null
  /** The installation holds demo accounts and records, and says so. */
  demo: boolean
}

/** What every page shows in its frame. Never throws: error pages need it too. */
export async function rootData(args: RouteArgs): Promise<RootData> {
  return { lang: langOf(args.request), user: await signedInUser(args), demo: env().JIPP_DEMO ?? false }
}

async function signedInUser(args: RouteArgs): Promise<RootUser | null> {
  try {
    const { signedIn } = await contextFor(args)
    if (!signedIn) return null
    const { name, hat, hats } = signedIn
    return { name, role: hat?.role ?? null, organisation: hat?.organisationName ?? null, hats: hats.length }
  } catch {
    // The page's own loader reports what is wrong; the frame then shows itself as to a visitor.
    return null
  }
}
