import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import { freshnessOf } from '#app/domain/practice/practice.ts'
import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { countryName } from '#app/i18n/country.ts'
import { formatDate } from '#app/i18n/format.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { searchText } from '#app/i18n/search.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Crumbs } from '../ui/page-head.tsx'
import { Tag } from '../ui/tag.tsx'
import { Evidence } from './evidence.tsx'
import { InLanguage, useForeign } from './in-language.tsx'
import { LifeStatus } from './life-status.tsx'
import { HeadNote } from './reading-note.tsx'
import { leadOf } from './story-parts.ts'
import { whereLine } from './where.ts'

export type Qr = { d: string; size: number }

/** Title, brand, agency, one sentence, and, on paper, the code that leads back here. */
export function PracticeHead({ practice, qr }: { practice: PracticeView; qr: Qr }) {
  const lang = useLang()
  const t = practicePageText(lang)
  const { content } = practice
  const title = written(content.title, lang)
  const lead = leadOf(content, lang)
  return (
    <>
      <PracticeCrumbs practice={practice} />
      <div className="page-head print-head">
        <div className="stack-s">
          <h1 lang={useForeign(title?.lang)}>{title?.text ?? content.brand}</h1>
          <HeadNote practice={practice} of="title" />
          {title ? (
            <BrandLine brand={content.brand} />
          ) : (
            <p className="small dim">
              <Tag tone="idle">{t.incomplete}</Tag> {t.incompleteNote}
            </p>
          )}
          <p>
            {whereLine(lang, { ...practice, unit: content.unit })}
            {content.startedOn && ` · ${t.since(formatDate(lang, content.startedOn))}`}
          </p>
          {lead && (
            <>
              <p className="lead mt-2">
                <InLanguage {...lead.text} />
              </p>
              <HeadNote practice={practice} of="lead" />
            </>
          )}
        </div>
        <div className="only-print">
          <QrCode qr={qr} label={t.print.qr(practice.publicId)} />
          <p className="small">
            {practice.publicId} v{practice.version}
          </p>
        </div>
      </div>
    </>
  )
}

function PracticeCrumbs({ practice: { content, province, provinceCode, country } }: { practice: PracticeView }) {
  const lang = useLang()
  const words = vocabularyText(lang)
  const items = [
    { label: searchText(lang).title, href: paths.practices() },
    { label: words.sector[content.sector], href: paths.practices({ sector: content.sector }) },
  ]
  if (provinceCode && province)
    return <Crumbs items={[...items, { label: province, href: paths.practices({ province: provinceCode }) }]} />
  return <Crumbs items={country === 'ID' ? items : [...items, { label: countryName(lang, country), href: '' }]} />
}

/** The brand, and what its letters stand for. */
export function BrandLine({ brand }: { brand: string }) {
  const { name, meaning } = splitBrand(brand)
  return (
    <p className="brand-name">
      {name}
      {meaning && <span className="norm"> ({meaning})</span>}
    </p>
  )
}

function QrCode({ qr: { d, size }, label }: { qr: Qr; label: string }) {
  const side = size + 8
  return (
    <svg viewBox={`-4 -4 ${side} ${side}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M-4-4h${side}v${side}h-${side}z`} />
      <path d={d} />
    </svg>
  )
}

/** Is it alive, how do we know, who copied it. */
export function PracticeMarks({ practice, now }: { practice: PracticeView; now: Date }) {
  const t = practicePageText(useLang())
  const { lifeStatus, lifeConfirmedOn, evidence, adoptionCount } = practice
  return (
    <div className="row strip">
      <LifeStatus
        status={lifeStatus}
        confirmedOn={lifeConfirmedOn}
        freshness={freshnessOf(lifeConfirmedOn, now)}
        now={now}
      />
      <Evidence level={evidence} rule />
      <span>
        <Icon name="people" /> {adoptionCount > 0 ? t.adoptionCount(adoptionCount) : t.noAdoption}
      </span>
    </div>
  )
}

/** What a reader can do next. Adopting and recording need an account; comparing and citing do not. */
export function PracticeActs({ practice, asVersion }: { practice: PracticeView; asVersion: boolean }) {
  const lang = useLang()
  const t = practicePageText(lang)
  const { publicId, version, mergedInto } = practice
  const current = mergedInto ?? publicId
  return (
    <div className="acts mt-4 mb-6">
      <ButtonLink href={paths.newNeed({ practice: current })} rel="nofollow">
        {t.act.adopt}
      </ButtonLink>
      <ButtonLink variant="quiet" icon="columns" href={paths.compare([current])} rel="nofollow">
        {t.act.compare}
      </ButtonLink>
      <a className="bare" href="#kutip">
        <Icon name="quote" />
        {t.act.cite}
      </a>
      {practice.versionPublishedAt && (
        <a
          className="bare"
          href={paths.practicePdf(publicId, { v: asVersion ? version : undefined, lang })}
          hrefLang={lang}
          type="application/pdf"
        >
          <Icon name="document" />
          {t.act.pdf}
        </a>
      )}
    </div>
  )
}
