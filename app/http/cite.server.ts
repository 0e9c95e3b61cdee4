import { CITATION_FORMATS, type CitationFormat, citationAs } from '../domain/practice/citation.ts'
import { readCitation } from '../domain/practice/read-citation.server.ts'
import { readTombstone } from '../domain/practice/read-tombstone.server.ts'
import { citationText } from '../i18n/citation.ts'
import { paths } from '../paths.ts'
import type { RouteArgs } from './context.server.ts'
import { toSurvivor } from './merged.server.ts'
import { fileAnswer, plainAnswer, practiceFile } from './practice-file.server.ts'
import { linkHeader } from './signposting.ts'

const FILE: Record<CitationFormat, { type: string; ending: string; download?: boolean }> = {
  apa: { type: 'text/plain; charset=utf-8', ending: 'apa.txt' },
  bibtex: { type: 'application/x-bibtex; charset=utf-8', ending: 'bib', download: true },
  ris: { type: 'application/x-research-info-systems; charset=utf-8', ending: 'ris', download: true },
  'nota-dinas': { type: 'text/plain; charset=utf-8', ending: 'nota-dinas.txt' },
}

const isFormat = (value: string): value is CitationFormat => (CITATION_FORMATS as readonly string[]).includes(value)

/** The citation of a practice in the form that the address names, APA when it names none; a withdrawn one says so. */
export function citeAnswer(args: RouteArgs & { params: { practiceId?: string } }): Promise<Response> {
  return practiceFile(args, async (ctx, asked) => {
    const { publicId, lang, site } = asked
    const format = new URL(args.request.url).searchParams.get('format') || 'apa'
    if (!isFormat(format)) return plainAnswer(400, citationText(lang).unknownFormat(CITATION_FORMATS.join(', ')))
    const cited = await readCitation(ctx, publicId, asked.version)
    // Whoever cites a version cites what they read; whoever cites the practice cites what stands for it now.
    const survivor = asked.version === undefined && cited.withdrawal ? await readTombstone(ctx, publicId) : undefined
    const moved = survivor && toSurvivor(args.request, survivor, (id) => paths.practiceCite(id, format))
    if (moved) return moved
    const address = site + paths.practiceVersion(publicId, cited.version)
    const { type, ending, download } = FILE[format]
    return fileAnswer(citationAs(format, lang, cited, address), {
      ...{ type, download },
      name: `${publicId}-v${cited.version}.${ending}`,
      lang: format === 'nota-dinas' ? 'id' : lang,
      links: linkHeader([{ href: address, rel: 'describes', type: 'text/html' }]),
    })
  })
}
