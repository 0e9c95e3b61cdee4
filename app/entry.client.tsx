import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { RequestInfoContext } from './components/layout/request-info.ts'
import { DEFAULT_LANG, isLang } from './i18n/lang.ts'
import { RequestLang } from './i18n/use-text.tsx'

const { lang } = document.documentElement

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RequestLang.Provider value={isLang(lang) ? lang : DEFAULT_LANG}>
        <RequestInfoContext.Provider value={{ hydrate: true }}>
          <RemixBrowser />
        </RequestInfoContext.Provider>
      </RequestLang.Provider>
    </StrictMode>,
  )
})
