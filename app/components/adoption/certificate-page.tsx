import type { Certificate } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionRecordText } from '#app/i18n/adoption-record.ts'
import { formatDate, formatNumber } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'
import { PracticeName } from './marks.tsx'

/** The certificate of a completed adoption, to be read and printed. */
export function CertificatePage({ certificate }: { certificate: Certificate }) {
  const lang = useLang()
  const t = adoptionRecordText(lang).certificate
  const { agency, province, title, brand, sourceAgency, problem, practicePublicId, replica, now } = certificate
  const published = certificate.practiceState === 'published'
  return (
    <>
      {certificate.isDemo && <Band tone="warn" className="mb-5" title={t.demo} />}
      <div className="doc">
        <div className="stack">
          <p className="kicker">{t.states}</p>
          <h1>{agency}</h1>
          <p className="dim">{province}</p>
          <p className="lead">
            {t.adopted}{' '}
            <b>
              <PracticeName title={title} brand={brand} />
            </b>{' '}
            {t.of} {sourceAgency}, {t.through}
          </p>
          <Facts wide>
            <Fact label={t.number}>
              <b>{certificate.certificateNumber}</b>
            </Fact>
            <Fact label={t.practice}>
              {published ? <a href={paths.practice(practicePublicId)}>{practicePublicId}</a> : practicePublicId}
              {certificate.readVersion !== null && `, ${t.version(certificate.readVersion)}`}
            </Fact>
            <Fact label={t.need}>{problem}</Fact>
            <Fact label={t.period}>
              <When at={certificate.createdAt} as="long" /> –{' '}
              {certificate.endedAt && <When at={certificate.endedAt} as="long" />}
            </Fact>
            <Fact label={t.launched}>{certificate.launchedOn && <When at={certificate.launchedOn} as="long" />}</Fact>
            <Fact label={t.signed}>{t.signedBy(sourceAgency, certificate.hub ?? t.national)}</Fact>
            {replica && (
              <Fact label={t.replica}>
                <a href={paths.practice(replica)}>{replica}</a>
              </Fact>
            )}
          </Facts>
          <Outcome certificate={certificate} />
          <p className="small dim no-print">{t.print}</p>
          <p className="only-print small">
            {t.printed} {formatDate(lang, now)}
          </p>
        </div>
      </div>
    </>
  )
}

function Outcome({ certificate: { outcome } }: { certificate: Certificate }) {
  const lang = useLang()
  const t = adoptionRecordText(lang).certificate
  if (outcome.length === 0) return null
  return (
    <section aria-labelledby="h-hasil">
      <h2 id="h-hasil" className="h-l">
        {t.outcome}
      </h2>
      <Table
        labelledBy="h-hasil"
        rows={outcome}
        rowKey={(row) => row.name}
        columns={[
          { head: t.indicator, header: true, cell: ({ name, unit }) => `${name} (${unit})` },
          { head: t.baseline, end: true, cell: ({ baseline }) => formatNumber(lang, baseline) },
          {
            head: t.result,
            end: true,
            cell: ({ value, month }) =>
              value === null ? '–' : `${formatNumber(lang, value)} (${t.month(month ?? 0)})`,
          },
          { head: t.target, end: true, cell: ({ target }) => formatNumber(lang, target) },
        ]}
      />
    </section>
  )
}
