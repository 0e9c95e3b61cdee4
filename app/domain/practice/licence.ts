import type { AdoptionKit } from '#db/practice-content.ts'
import type { Licence } from '#db/vocabulary.ts'

/** Kinds of licence that stand for one text of a licence; the others are agreements. */
const TEXT_OF: Partial<Record<Licence, string>> = {
  public_domain: 'publicdomain/zero/1.0',
  attribution: 'licenses/by/4.0',
  share_alike: 'licenses/by-sa/4.0',
}

/** Licences by which text is shared, as people write them. */
const CREATIVE = /\bCC[\s-]*(BY(?:[\s-]*(?:NC|ND|SA))*)(?:[\s-]*(\d\.\d))?/i

/** The address of the text of a licence, named in words or chosen from the list; `undefined` for an agreement. */
export function licenceAddress({ licence, licenceKind }: Pick<AdoptionKit, 'licence' | 'licenceKind'>) {
  const name = fromWords(licence ?? '') ?? (licenceKind && TEXT_OF[licenceKind])
  if (!name) return undefined
  return /^https?:/.test(name) ? name : `https://creativecommons.org/${name}/`
}

function fromWords(words: string): string | undefined {
  const address = /https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:]/.exec(words)?.[0]
  if (address && URL.canParse(address)) return address
  if (/\bCC[\s-]*(0|zero)\b/i.test(words)) return 'publicdomain/zero/1.0'
  const [, kind, version = '4.0'] = CREATIVE.exec(words) ?? []
  return kind && `licenses/${kind.toLowerCase().replace(/[\s-]+/g, '-')}/${version}`
}
