/** Share of the weight of a query's words that a practice must match to be a hit at all. */
export const MIN_COVER = 0.3

/** So many of Meilisearch's best candidates are put in order by the score that both engines share. */
export const RERANKED = 100
