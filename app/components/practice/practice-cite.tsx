import { apaCitation, bibtexCitation, citationOf, memoCitation } from '#app/domain/practice/citation.ts'
import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { isWebAddress } from '#app/domain/shared/web-address.ts'
import { citationText } from '#app/i18n/citation.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Fold } from '../ui/fold.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/panel.tsx'
import { sourceName } from './practice-record.tsx'

type CiteProps = { practice: PracticeView; site: string; asVersion: boolean }

/** How to cite this version, its files, and where its statements come from; a draft cannot be cited yet. */
export function PracticeCite(props: CiteProps) {
  const lang = useLang()
  return (
    <Section id="kutip" title={practicePageText(lang).part.cite}>
      {props.practice.versionPublishedAt ? <Ways {...props} /> : <p className="dim">{citationText(lang).draft}</p>}
      <Sources sources={props.practice.content.sources} />
    </Section>
  )
}

function Ways({ practice, site, asVersion }: CiteProps) {
  const lang = useLang()
  const t = citationText(lang)
  const citation = citationOf(lang, practice, site + paths.practiceVersion(practice.publicId, practice.version))
  const memo = memoCitation(citationOf('id', practice, citation.url))
  const apa = apaCitation(citation)
  return (
    <>
      <p className="small dim no-print mb-2">{t.intro}</p>
      <h3>{t.apa}</h3>
      <blockquote className="prose quote pick-all">
        {apa.before}
        <i>{apa.title}</i>
        {apa.after}
      </blockquote>
      <h3>{t.nota}</h3>
      <blockquote className="prose quote pick-all" lang={lang === 'id' ? undefined : 'id'}>
        {memo}
      </blockquote>
      <div className="no-print mt-3">
        <Fold summary={t.bibtex}>
          <pre className="small pick-all">
            <code>{bibtexCitation(citation)}</code>
          </pre>
        </Fold>
        <Files practice={practice} asVersion={asVersion} />
      </div>
    </>
  )
}

/** What can be kept, only of what is published: the page of a version leads to the files of that version for ever. */
function Files({ practice: { publicId, version }, asVersion }: { practice: PracticeView; asVersion: boolean }) {
  const lang = useLang()
  const t = citationText(lang)
  const query = { v: asVersion ? version : undefined, lang }
  return (
    <ul className="lines mt-3">
      <li>
        <a className="bare" href={paths.practicePdf(publicId, query)} hrefLang={lang} type="application/pdf">
          <Icon name="document" />
          {t.pdf}
        </a>
      </li>
      <li>
        {t.download}: <a href={paths.practiceCite(publicId, 'bibtex', query)}>{t.bibtex}</a>,{' '}
        <a href={paths.practiceCite(publicId, 'ris', query)}>{t.ris}</a>
      </li>
      {!asVersion && (
        <li>
          <a href={paths.apiPractice(publicId)}>{t.json}</a>
        </li>
      )}
    </ul>
  )
}

function Sources({ sources }: { sources: readonly string[] }) {
  const t = practicePageText(useLang()).cite
  return (
    <>
      <h3>{t.sources}</h3>
      {sources.length > 0 ? (
        <>
          <p className="small dim mb-2">{t.sourceNote}</p>
          <ul>
            {sources.map((source) => (
              <li key={source}>
                {isWebAddress(source) ? (
                  <a href={source} rel="noopener">
                    {sourceName(source)}
                  </a>
                ) : (
                  source
                )}
                <span className="only-print small">{source}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="dim">{t.noSources}</p>
      )}
    </>
  )
}
