/**
 * Tables whose rows no visitor ever sees, with the reason. A change of any other table makes every kept page worthless:
 * who adds a table and thinks of nothing is on the safe side.
 */
export const PRIVATE_TABLES: Readonly<Record<string, string>> = {
  audit_log: 'read in the workspace only',
  files: 'finished before a text that names it can be published, then unchanged',
  installation: 'facts about this installation',
  invitations: 'an invitation page is never kept',
  once_keys: 'letters that were ordered',
  outside_links: 'shown in the workspace only',
  outbox: 'its effect is seen when the documents change',
  password_resets: 'such a page is never kept',
  practice_events: 'the history that people of the workspace read',
  public_content: 'the number itself',
  public_id_counters: 'seen only with the practice that takes the number',
  publications: 'written with the practice that it is of; saved searches are held against it',
  rate_limits: 'counters of attempts',
  review_comments: 'between author and reviewer',
  hub_review_rules: 'asked when an author publishes',
  review_batch_items: 'what a reviewer decided on several texts',
  review_batches: 'what a reviewer decided on several texts',
  review_claims: 'who reviews what',
  review_escalations: 'that a manager was told',
  review_replies: 'between author and reviewer',
  review_templates: 'what reviewers write again and again',
  revision_submissions: 'texts under review',
  revision_authors: 'written with every save of a draft',
  saved_search_matches: 'read by one person',
  saved_searches: 'read by one person',
  search_demand: 'written with every search, read in the workspace',
  search_digests: 'read by one person',
  sessions: 'written with every signed-in visit',
}
