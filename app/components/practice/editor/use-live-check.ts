import { type RefObject, useEffect, useState } from 'react'
import { checkSection, type Finding } from '#app/domain/practice/check-text.ts'
import type { readSection } from '#app/domain/practice/read-work.server.ts'
import { isText } from '#app/domain/practice/section-form.ts'
import type { Section } from '#app/domain/practice/sections.ts'

type Check = Awaited<ReturnType<typeof readSection>>['check']

const PAUSE_MS = 400

/** What the rules find in the section as it stands in the form; as it was stored, where no script runs. */
export function useLiveCheck(form: RefObject<HTMLFormElement | null>, section: Section, check: Check) {
  const [live, setLive] = useState<{ findings: Finding[]; points: number }>(check.here)
  useEffect(() => {
    const target = form.current
    const before = { seen: { id: new Set(check.seen.id), en: new Set(check.seen.en) }, brand: check.brand }
    const run = () => {
      if (target) setLive(checkSection(section, entriesOf(target), before, check.fixed))
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(run, PAUSE_MS)
    }
    later()
    target?.addEventListener('input', later)
    target?.addEventListener('change', later)
    return () => {
      clearTimeout(timer)
      target?.removeEventListener('input', later)
      target?.removeEventListener('change', later)
    }
  }, [form, section, check])
  return { score: Math.round(check.others + live.points), findings: live.findings }
}

const entriesOf = (form: HTMLFormElement) =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && isText(name) ? [[name, value] as const] : [],
  )
