import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CertificatePage } from '#app/components/adoption/certificate-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { readCertificate } from '#app/domain/adoption/read-adoption.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionRecordText } from '#app/i18n/adoption-record.ts'

export const meta = pageTitle<typeof loader>((lang, data) =>
  [adoptionRecordText(lang).certificate.title, data?.certificateNumber].filter(Boolean).join(' '),
)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => readCertificate(ctx, args.params.adoptionId ?? ''))

export default function Certificate() {
  return (
    <PublicFrame>
      <CertificatePage certificate={useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
