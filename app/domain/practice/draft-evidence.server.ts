import type { PracticeContent } from '#db/practice-content.ts'
import { findPublishedPractice } from '#db/queries/practices-public.server.ts'
import type { Context } from '../shared/context.ts'
import { evidenceLevelOf } from './practice.ts'

/**
 * The evidence level of a text that is being written or reviewed: what it supports by itself, and what it becomes once
 * the hub has checked it. `published` is the level that the public page shows, null before there is one.
 */
export async function readDraftEvidence(ctx: Context, publicId: string, content: PracticeContent) {
  const row = await findPublishedPractice(ctx.db, publicId)
  const repeatedElsewhere = row?.repeatedElsewhere ?? false
  return {
    published: row ? evidenceLevelOf(row.content, row) : null,
    now: evidenceLevelOf(content, { checkedByHub: false, repeatedElsewhere }),
    checked: evidenceLevelOf(content, { checkedByHub: true, repeatedElsewhere }),
  }
}
