import { Outlet } from '@remix-run/react'
import { WorkFrame } from '#app/components/layout/frame.tsx'
import { useRoot } from '#app/components/layout/root-data.ts'
import { workNav } from '#app/components/layout/work-nav.ts'
import { useLang } from '#app/i18n/use-text.tsx'

/** The frame around every page below /work: pages bring their content only. Each page guards itself. */
export default function Workspace() {
  const role = useRoot()?.user?.role ?? null
  return (
    <WorkFrame nav={workNav(role, useLang())}>
      <Outlet />
    </WorkFrame>
  )
}
