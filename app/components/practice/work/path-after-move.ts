import type { WorkMove } from '#app/domain/practice/review.schema.ts'
import { paths } from '#app/paths.ts'

/** Where a move on the page of a practice leads, with the word that the next page knows. */
export function pathAfterMove(publicId: string, move: WorkMove): string {
  switch (move.intent) {
    case 'discard':
      return paths.workPractices({ done: 'discard' })
    case 'start_revision':
      return paths.editPractice(publicId, 'identity')
    case 'address':
      return move.back ? paths.editPractice(publicId, move.back) : paths.workPractice(publicId, { done: 'addressed' })
    case 'reply':
      return move.back ? paths.editPractice(publicId, move.back) : paths.workPractice(publicId, { done: 'replied' })
    case 'assert_life':
      return paths.workPractice(publicId, { done: 'asserted' })
    case 'answer_life':
      return paths.workPractice(publicId, { done: move.answer })
    default:
      return paths.workPractice(publicId, { done: move.intent })
  }
}
