const CRAWLERS =
  /(?<!cu)bot(?![a-z])|crawl|spider|slurp|archiver|facebookexternalhit|whatsapp|telegram|preview|monitor|uptime|lighthouse|scrapy|curl|wget|httpie|python|java\/|okhttp|go-http|node-fetch|undici|axios|libwww|perl|ruby/i

/** Whether a program asks that reads pages by itself, as far as it says so. A browser always names itself. */
export function isCrawler(userAgent: string | null | undefined): boolean {
  return !userAgent?.startsWith('Mozilla/') || CRAWLERS.test(userAgent)
}
