import { createContext, useContext } from 'react'

/** What the entries know of a request and no loader does. */
export type RequestInfo = {
  /** This page brings the client script. */
  hydrate: boolean
  /** Address of the one script file of a page that works without it. */
  script?: string
  /** Lets our own scripts pass the content security policy. */
  nonce?: string
  /** Named on the page of an unexpected error. */
  requestId?: string
}

export const RequestInfoContext = createContext<RequestInfo>({ hydrate: false })

export const useRequestInfo = () => useContext(RequestInfoContext)

/** Stands for the weight of a page until the page is finished and can be weighed. */
export const WEIGHT_PLACEHOLDER = '%page-weight%'
