import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { ISLAND, unpackIsland } from './components/layout/island-data.ts'
import { EditorPage, type EditorPageProps } from './components/practice/editor/editor-page.tsx'
import { DEFAULT_LANG, isLang } from './i18n/lang.ts'
import { RequestLang } from './i18n/use-text.tsx'

/*
 * The script of the editor, the one page that React takes over in the browser. It knows no routes and no frame: what
 * those are is in the page already, and links and forms are the browser's own.
 */
const { lang } = document.documentElement
const box = document.getElementById(ISLAND.box)
const data = document.getElementById(ISLAND.data)?.textContent

if (box && data) {
  const props = unpackIsland(data) as EditorPageProps
  startTransition(() => {
    hydrateRoot(
      box,
      <StrictMode>
        <RequestLang.Provider value={isLang(lang) ? lang : DEFAULT_LANG}>
          <EditorPage {...props} />
        </RequestLang.Provider>
      </StrictMode>,
    )
  })
}
