import { membersText } from '#app/i18n/members.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, Select } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'

type OpenHubPageProps = {
  /** Provinces that have no hub. */
  provinces: { code: string; name: string }[]
  /** The province this form was opened for. */
  chosen: { code: string; name: string; agency: string | null } | null
  /** The province asked for has a hub already. */
  taken: boolean
  today: string
}

/** Opens a hub where there is none and invites its first manager, in one form. */
export function OpenHubPage({ provinces, chosen, taken, today }: OpenHubPageProps) {
  const words = membersText(useLang())
  const t = words.openHub
  const form = useFormReply({
    provinceCode: chosen?.code,
    name: chosen ? t.nameFor(chosen.name) : undefined,
    openedOn: today,
  })
  return (
    <div className="cols cols--form">
      <div>
        <Crumbs items={[{ label: words.hubs.title, href: paths.workHubs() }, { label: t.title }]} />
        <PageHead title={t.title}>{t.lead}</PageHead>
        {taken && form.formErrors === null && Object.keys(form.errors).length === 0 && (
          <Band tone="warn" title={t.taken} className="mb-5">
            {t.takenNote}
          </Band>
        )}
        <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
        {provinces.length === 0 ? (
          <Empty title={t.all} action={<a href={paths.workHubs()}>{t.back}</a>}>
            {t.allNote}
          </Empty>
        ) : (
          <form method="post" className="stack">
            <Select
              {...form.field('provinceCode')}
              label={t.province}
              hint={t.provinceHint}
              options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
              required
            />
            <Field {...form.field('name')} label={t.name} hint={t.nameHint} maxLength={120} required />
            <Field {...form.field('openedOn')} label={t.openedOn} type="date" max={today} width="m" required />
            <Field {...form.field('source')} label={t.source} hint={t.sourceHint} maxLength={300} optional />
            <Field
              {...form.field('managerEmail')}
              label={t.manager}
              hint={t.managerHint}
              type="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={254}
              required
            />
            <div className="acts">
              <Button>{t.submit}</Button>
              <a href={paths.workHubs()}>{t.back}</a>
            </div>
          </form>
        )}
      </div>
    </div>
  )
}
