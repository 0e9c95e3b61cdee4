import QuickLRU from 'quick-lru'

const MOST = 500

/** The same function on addresses, which reads each once: pages from memory are sent faster than their addresses are read. */
export function readOnce<Asked>(read: (url: string) => Asked): (url: string) => Asked {
  const known = new QuickLRU<string, { asked: Asked }>({ maxSize: MOST })
  return (url) => {
    const before = known.get(url)
    if (before) return before.asked
    const asked = read(url)
    known.set(url, { asked })
    return asked
  }
}
