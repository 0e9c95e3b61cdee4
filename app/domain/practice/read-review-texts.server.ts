import { findReceiverLanguage } from '#db/queries/practice-reviews.server.ts'
import type { WorkPractice } from '#db/queries/practices-work.server.ts'
import { findReviewRules, listTemplates } from '#db/queries/review-texts.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { formatDate, formatList } from '../../i18n/format.ts'
import { sectionName } from '../../i18n/practice-sections.ts'
import { builtInTemplates } from '../../i18n/review-templates.ts'
import { type Context, organisationOf } from '../shared/context.ts'
import { dateIn } from '../shared/dates.ts'
import { Forbidden, Invalid } from '../shared/errors.ts'
import { addWorkingDays } from '../shared/working-days.ts'
import { canManageReviewTexts, canSetReviewRules } from './practice.policy.ts'
import { titleOf } from './practice-moves.server.ts'
import { CORRECTION_DAYS } from './review-due.ts'
import { composeMessage, fillTemplate, type TemplateVariable, templateBody } from './review-templates.ts'

type Remark = { section: string; required: boolean; resolvedAt: Date | null }

/** What the variables of a template stand for in a letter to the authors of this practice. */
function valuesFor(ctx: Context, practice: WorkPractice, lang: Language, comments: readonly Remark[]) {
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null)
  const meant = open.some(({ required }) => required) ? open.filter(({ required }) => required) : open
  const sections = [...new Set(meant.map(({ section }) => sectionName(lang, section)))]
  const until = addWorkingDays(dateIn(practice.timeZone ?? 'WIB', ctx.now), CORRECTION_DAYS)
  return {
    judul: titleOf(practice),
    instansi: practice.agency,
    bagian: formatList(lang, sections),
    batas: formatDate(lang, until),
  } satisfies Record<TemplateVariable, string>
}

/** The templates that a reviewer of this practice may use: those of its hub, or of the national office, then the built-in ones. */
async function templatesOf(ctx: Context, hubId: string | null) {
  const own = organisationOf(ctx.actor)
  const organisationIds = [...new Set([hubId ?? own].filter((id) => id !== null))]
  return [...(await listTemplates(ctx.db, organisationIds)), ...builtInTemplates]
}

/** The answer templates for this practice, filled in the reader's language: what the authors would read. */
export async function listTemplatesFor(
  ctx: Context,
  practice: WorkPractice,
  { lang, comments }: { lang: Language; comments: readonly Remark[] },
) {
  const values = valuesFor(ctx, practice, lang, comments)
  const templates = await templatesOf(ctx, practice.hubId)
  return templates.map((template) => ({
    id: template.id,
    name: typeof template.name === 'string' ? template.name : template.name[lang],
    text: fillTemplate(templateBody(template, lang), values),
  }))
}

/** The message that the authors read: the template in the language of the one who sent the text in, then the own words. */
export async function messageTo(
  ctx: Context,
  practice: WorkPractice,
  input: { template: string | null; message: string | null; comments: readonly Remark[] },
): Promise<string | null> {
  if (!input.template) return input.message
  const found = (await templatesOf(ctx, practice.hubId)).find(({ id }) => id === input.template)
  if (!found) throw new Invalid({ template: ['choice'] })
  const writer = practice.open?.submittedBy
  const lang = (writer && (await findReceiverLanguage(ctx.db, writer))) || 'id'
  const filled = fillTemplate(templateBody(found, lang), valuesFor(ctx, practice, lang, input.comments))
  return composeMessage(filled, input.message)
}

/** The answer templates that this hat keeps, and those that come with the site. */
export async function readTemplates(ctx: Context) {
  const organisationId = organisationOf(ctx.actor)
  if (!canManageReviewTexts(ctx.actor) || !organisationId) throw new Forbidden('keeps no templates')
  return { templates: await listTemplates(ctx.db, [organisationId]), builtIn: builtInTemplates }
}

/** What the hub of this hat lets authors publish without a review; curators may read it, the manager sets it. */
export async function readReviewRules(ctx: Context) {
  const hubId = organisationOf(ctx.actor)
  if (!hubId) throw new Forbidden('belongs to no hub')
  return { rules: (await findReviewRules(ctx.db, hubId)) ?? null, maySet: canSetReviewRules(ctx.actor) }
}
