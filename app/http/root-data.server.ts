import type { RootData } from '../components/layout/root-data.ts'
import { env } from '../config/env.server.ts'
import { langOf } from '../i18n/lang.ts'
import { contextFor, type RouteArgs } from './context.server.ts'
import { siteOf } from './site.server.ts'

/** What every page shows in its frame. Never throws: error pages need it too. */
export async function rootData(args: RouteArgs): Promise<RootData> {
  return {
    lang: langOf(args.request),
    demo: env().JIPP_DEMO ?? false,
    site: siteOf(args.request),
    user: await signedInUser(args),
  }
}

async function signedInUser(args: RouteArgs): Promise<RootData['user']> {
  try {
    const { signedIn } = await contextFor(args)
    if (!signedIn) return null
    const { name, hat, hats } = signedIn
    return {
      name,
      role: hat?.role ?? null,
      organisation: hat?.organisationName ?? null,
      organisationKind: hat?.organisationKind ?? null,
      otherHats: Math.max(0, hats.length - 1),
    }
  } catch {
    // The page's own loader reports what is wrong; the frame then shows itself as to a visitor.
    return null
  }
}
