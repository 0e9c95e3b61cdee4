// A thread does not take over how the process loads TypeScript: it says so itself.
import { register } from 'tsx/esm/api'

register()
await import('./press-worker.ts')
