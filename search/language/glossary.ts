import { GLOSSARY_LINES } from './glossary-terms.ts'

export type GlossaryTopic = keyof typeof GLOSSARY_LINES

/** Words of the field that are searched together, and what they are called in English. */
export type GlossaryGroup = {
  topic: GlossaryTopic
  terms: readonly string[]
  english: readonly string[]
  /** `same`: any of them means the others. `near`: neighbours of one topic. */
  relation: 'same' | 'near'
}

export const GLOSSARY_TOPICS = Object.keys(GLOSSARY_LINES) as GlossaryTopic[]

/** The glossary of the field, by topic: for the glossary page and for the synonyms of the search. */
export const GLOSSARY: readonly GlossaryGroup[] = GLOSSARY_TOPICS.flatMap((topic) =>
  GLOSSARY_LINES[topic]
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => group(topic, line)),
)

function group(topic: GlossaryTopic, line: string): GlossaryGroup {
  const near = line.startsWith('~')
  const [terms = '', english = ''] = line.slice(near ? 1 : 0).split('=')
  return { topic, terms: list(terms), english: list(english), relation: near ? 'near' : 'same' }
}

function list(text: string): string[] {
  return text.split(',').flatMap((term) => term.trim() || [])
}
