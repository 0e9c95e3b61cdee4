import postgres from 'postgres'

const CHANNEL = 'jipp_public_content'
const RETRY_MS = 500

export type PublicContent = {
  /**
   * The version of the public content, read by a question that leaves after this call: whoever asks sees every change
   * committed before. Callers that ask at the same time share a question. Rejects while the database does not announce
   * changes.
   */
  version(): Promise<number>
  stop(): Promise<void>
}

/**
 * Follows the version of the public content on a connection of its own, on which the database also announces changes.
 * `onChange` is called with every new version, `onLost` when announcements may have been missed.
 */
export function followPublicContent(
  url: string,
  { onChange, onLost }: { onChange: (version: number) => void; onLost: () => void },
): PublicContent {
  let isListening = false
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const options = {
    max: 1,
    connect_timeout: 5,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'jipp-public-content', statement_timeout: 5_000 },
    // Known to postgres.js, though not to its types: its own `listen` is made of it, and says nothing of a lost connection.
    onnotify: (_channel: string, payload: string) => onChange(Number(payload)),
    onclose: () => {
      isListening = false
      onLost()
      again()
    },
  }
  const sql = postgres(url, options)

  function again() {
    if (isStopped || timer) return
    timer = setTimeout(() => {
      timer = undefined
      void listen()
    }, RETRY_MS)
    timer.unref()
  }

  async function listen() {
    try {
      await sql`listen ${sql(CHANNEL)}`
      isListening = true
    } catch {
      again()
    }
  }

  async function ask(): Promise<number> {
    if (!isListening) throw new Error('the database does not announce changes')
    const [row] = await sql<{ version: string }[]>`select version from public_content`
    // The connection may have been replaced by one that does not listen.
    if (!row || !isListening) throw new Error('the database does not announce changes')
    return Number(row.version)
  }

  let running: Promise<unknown> = listen()
  let next: Promise<number> | undefined

  return {
    version() {
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined
          const question = ask()
          running = question
          return question
        })
      return next
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await sql.end({ timeout: 1 })
    },
  }
}
