import { idOfSigned, signedId } from '../shared/signed-id.server.ts'

/*
 * The link in a mail that stops it without signing in. It says whom it is for and proves that this site wrote it; it
 * opens nothing else, and works as long as the secret of the installation stays.
 */

const PURPOSE = 'unsubscribe from new practices'

/** The token of a person. */
export const unsubscribeToken = (secret: string, userId: string) => signedId(secret, PURPOSE, userId)

/** The person whom a token is for; null when this site did not write it. */
export const personOfToken = (secret: string, token: string) => idOfSigned(secret, PURPOSE, token)
