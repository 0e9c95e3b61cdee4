import { isSection, type Section } from '../domain/practice/sections.ts'
import { NotFound } from '../domain/shared/errors.ts'
import type { RouteArgs } from './context.server.ts'
import { toResponse } from './respond.server.ts'

/** Practice and section named in the address; an unknown section is an unknown page. */
export function sectionParams(args: RouteArgs & { params: { practiceId?: string; section?: string } }): {
  practiceId: string
  section: Section
} {
  const { practiceId = '', section } = args.params
  if (!isSection(section)) throw toResponse(new NotFound('no such section'), args.context.requestId)
  return { practiceId, section }
}
