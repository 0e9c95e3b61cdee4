import { exportText } from '#app/i18n/export.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Panel } from '../../ui/panel.tsx'

/** The same text in the forms of other programmes. */
export function FormsPanel({ publicId }: { publicId: string }) {
  const t = useText(exportText)
  return (
    <Panel title={t.forms}>
      <p className="small dim">{t.formsNote}</p>
      <ul className="stack-s small">
        <li>
          <a href={paths.kippProposal(publicId)} download>
            {t.kipp}
          </a>
          <br />
          <span className="dim">{t.kippNote}</span>
        </li>
        <li>
          <a href={paths.igaSheet(publicId)} download>
            {t.iga}
          </a>
          <br />
          <span className="dim">{t.igaNote}</span>
        </li>
      </ul>
    </Panel>
  )
}
