// Argument: address of a database. Does jobs until it is killed; says READY, and TAKEN when it begins a publication.
import { createDb } from '#db/client.server.ts'
import { startJobRunner } from '#db/job-runner.server.ts'
import { silentLog, tasksFor } from './tasks.ts'

const [url = ''] = process.argv.slice(2)
const { db } = createDb(url, { max: 4, applicationName: 'jipp-test-jobs' })
const all = tasksFor(db)
const tasks: typeof all = {
  ...all,
  publish_revision(payload, job) {
    console.log('TAKEN')
    return all.publish_revision(payload, job)
  },
}
startJobRunner({ url, tasks, schedule: [], log: silentLog })
console.log('READY')
