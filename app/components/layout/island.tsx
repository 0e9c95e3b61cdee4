import type { ReactNode } from 'react'
import { ISLAND, packIsland } from './island-data.ts'

/**
 * The part of a page that a script takes over, with what the script needs to know. Everything around it stays plain
 * markup; app/entry.client.tsx draws the same part again in the browser.
 */
export function Island({ data, children }: { data: unknown; children: ReactNode }) {
  return (
    <>
      <div id={ISLAND.box}>{children}</div>
      <script
        type="application/json"
        id={ISLAND.data}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: data for our own script, every < of it is written as \u003c
        dangerouslySetInnerHTML={{ __html: packIsland(data) }}
      />
    </>
  )
}
