import { GLOSSARY, GLOSSARY_TOPICS } from '#search/language/glossary.ts'

/** The terms of the field as the search knows them, by topic. */
export function readGlossary() {
  return GLOSSARY_TOPICS.map((topic) => ({ topic, groups: GLOSSARY.filter((group) => group.topic === topic) }))
}
