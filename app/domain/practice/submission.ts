import type { PracticeContent } from '#db/practice-content.ts'
import { checkText, type Finding } from './check-text.ts'

/** Something that must be written or corrected before a text may be submitted. */
export type SubmissionGap = Finding

/** What still blocks the submission of a text, in the order of the sections; empty when it may be submitted. */
export function submissionGaps(content: PracticeContent): SubmissionGap[] {
  return blocking(checkText(content).findings)
}

/** Those findings that stand in the way of a submission, one for a field and a rule. */
export function blocking(findings: readonly Finding[]): SubmissionGap[] {
  return findings.filter(({ severity }) => severity === 'blocks')
}
