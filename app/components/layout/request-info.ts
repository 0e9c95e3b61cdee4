import { createContext, useContext } from 'react'

/** What the entries know of a request and no loader does. */
export type RequestInfo = {
  /** Address of the one script file of a page that works without it. */
  script?: string
  /** Addresses of the script that takes over a part of this page: what is run, and what it is made of. */
  island?: { run: string[]; preload: string[] }
  /** Named on the page of an unexpected error. */
  requestId?: string
}

export const RequestInfoContext = createContext<RequestInfo>({})

export const useRequestInfo = () => useContext(RequestInfoContext)

/** Stands for the weight of a page until the page is finished and can be weighed. */
export const WEIGHT_PLACEHOLDER = '%page-weight%'
