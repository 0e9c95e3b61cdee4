import { idOfSigned, signedId } from '../shared/signed-id.server.ts'

const PURPOSE = 'is this practice still running'

/** What the link of a question carries. It can be answered once, as long as the question is open. */
export const lifeToken = (secret: string, questionId: string) => signedId(secret, PURPOSE, questionId)

/** The question of a link; null when this site did not write it. */
export const questionOfToken = (secret: string, token: string) => idOfSigned(secret, PURPOSE, token)
