import { GLOSSARY_LINES } from './glossary-terms.ts'
import { ECONOMY } from './vocabulary/economy.ts'
import { EDUCATION } from './vocabulary/education.ts'
import { ENVIRONMENT } from './vocabulary/environment.ts'
import { EVERYDAY } from './vocabulary/everyday.ts'
import { GOVERNMENT } from './vocabulary/government.ts'
import { HEALTH } from './vocabulary/health.ts'
import { POPULATION } from './vocabulary/population.ts'
import { SOCIAL } from './vocabulary/social.ts'

export type GlossaryTopic = keyof typeof GLOSSARY_LINES

/** Words of the field that are searched together, and what they are called in English. */
export type GlossaryGroup = {
  terms: readonly string[]
  english: readonly string[]
  /** `same`: any of them means the others. `near`: neighbours of one topic. */
  relation: 'same' | 'near'
}

export const GLOSSARY_TOPICS = Object.keys(GLOSSARY_LINES) as GlossaryTopic[]

/** The glossary of the field, by topic: for the glossary page and for the synonyms of the search. */
export const GLOSSARY: readonly (GlossaryGroup & { topic: GlossaryTopic })[] = GLOSSARY_TOPICS.flatMap((topic) =>
  groupsOf(GLOSSARY_LINES[topic]).map((group) => ({ ...group, topic })),
)

/** Everything that is searched together: the glossary, and the words of both languages that people use beside it. */
export const VOCABULARY: readonly GlossaryGroup[] = [
  ...GLOSSARY,
  ...[HEALTH, POPULATION, EDUCATION, SOCIAL, ECONOMY, ENVIRONMENT, GOVERNMENT, EVERYDAY].flatMap(groupsOf),
]

function groupsOf(lines: string): GlossaryGroup[] {
  return lines.split('\n').flatMap((line) => (line.trim() ? [groupOf(line.trim())] : []))
}

function groupOf(line: string): GlossaryGroup {
  const near = line.startsWith('~')
  const [terms = '', english = ''] = line.slice(near ? 1 : 0).split('=')
  return { terms: list(terms), english: list(english), relation: near ? 'near' : 'same' }
}

function list(text: string): string[] {
  return text.split(',').flatMap((term) => term.trim() || [])
}
