import type { NextFunction, Request, Response } from 'express'

/** `/practices/jipp-35-0042`, with whatever follows; the workspace and the API have the same numbers in theirs. */
const NUMBERED = /^(\/(?:api\/v1\/|work\/)?practices\/)(jipp-\d{2}-\d{4,9})(?=[/.]|$)/i

/** The numbers of practices are written in capitals: addresses in small letters lead to the one address for good. */
export function canonicalNumber(request: Request, response: Response, next: NextFunction): void {
  const [start, folder = '', number = ''] = NUMBERED.exec(request.path) ?? []
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (!start || !isRead || number === number.toUpperCase()) {
    next()
    return
  }
  const target = folder.toLowerCase() + number.toUpperCase() + request.originalUrl.slice(start.length)
  // Programs on other sites follow as well.
  response.set('Access-Control-Allow-Origin', '*').redirect(301, target)
}
