import type { Language } from '#db/vocabulary.ts'

/** What may stand in braces in an answer template, in the language of templates: Indonesian. */
export const TEMPLATE_VARIABLES = ['judul', 'instansi', 'bagian', 'batas'] as const
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number]

const BRACES = /\{([^{}]*)\}/g

/** What stands in braces and is none of the variables. */
export function unknownVariables(body: string): string[] {
  const known: readonly string[] = TEMPLATE_VARIABLES
  return [...body.matchAll(BRACES)].map(([, name = '']) => name.trim()).filter((name) => !known.includes(name))
}

/** The template with its variables replaced; a value that is missing leaves a dash. */
export function fillTemplate(body: string, values: Readonly<Record<TemplateVariable, string>>): string {
  return body.replace(BRACES, (whole, name: string) => {
    const key = name.trim()
    return Object.hasOwn(values, key) ? values[key as TemplateVariable] || '–' : whole
  })
}

/** The text of a template in a language. */
export function templateBody(template: { bodyId: string; bodyEn: string }, lang: Language): string {
  return lang === 'en' ? template.bodyEn : template.bodyId
}

/** What a reviewer sends: the filled template, then their own words. */
export function composeMessage(...parts: readonly (string | null | undefined)[]): string {
  return parts
    .map((part) => part?.trim())
    .filter(Boolean)
    .join('\n\n')
}
