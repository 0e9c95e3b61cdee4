import { isStorySection, type Section } from '#app/domain/practice/sections.ts'
import { ClassificationFields } from './classification-fields.tsx'
import type { FieldsProps } from './fields.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { KitFields } from './kit-fields.tsx'
import { ResultsFields } from './results-fields.tsx'
import { SourcesFields } from './sources-fields.tsx'
import { StoryFields } from './story-fields.tsx'

const FIELDS = {
  identity: IdentityFields,
  classification: ClassificationFields,
  results: ResultsFields,
  kit: KitFields,
  sources: SourcesFields,
}

/** The fields of a section, the same for every page of the editor. */
export function SectionFields({ section, ...fields }: FieldsProps & { section: Section }) {
  if (isStorySection(section)) return <StoryFields section={section} {...fields} />
  const Fields = FIELDS[section]
  return <Fields {...fields} />
}
