import { randomUUID } from 'node:crypto'
import type { Executor } from '../../client.server.ts'
import { insertActionItems, listItemsOfSession } from '../../queries/action-items.server.ts'
import { insertAssignment } from '../../queries/assignments.server.ts'
import { insertCoachingSession, type SessionRecord } from '../../queries/coaching.server.ts'

type Assigned = {
  hubId: string
  mentorId: string
  regionCode: string
  createdBy: string
  startsOn?: string
  endsOn?: string | null
}

/** A mentor has a district, from the start of 2026 unless told otherwise. */
export async function assignedDistrict(db: Executor, assigned: Assigned) {
  const row = await insertAssignment(db, { startsOn: '2026-01-01', ...assigned })
  if (!row) throw new Error('the assignment overlaps another one')
  return row
}

type Session = Pick<SessionRecord, 'hubId' | 'mentorId' | 'regionCode' | 'agencyId'> & Partial<SessionRecord>

/** A session that was held and waits for its confirmation, unless told otherwise. */
export async function coachingSession(db: Executor, session: Session): Promise<SessionRecord> {
  const id = session.id ?? randomUUID()
  const row = await insertCoachingSession(db, {
    id,
    receipt: `S-${id.slice(0, 4).toUpperCase()}-${id.slice(4, 8).toUpperCase()}`,
    mode: 'technical_assistance',
    channel: 'on_site',
    startsAt: new Date('2026-11-19T01:00:00Z'),
    durationMinutes: 90,
    women: 7,
    men: 4,
    withDisability: 1,
    findings: 'Loket hanya dibuka pukul 08.00.',
    advice: 'Bagi jam layanan menjadi tiga gelombang.',
    ...session,
  })
  if (!row) throw new Error('the id of the session is taken')
  return row
}

/** One action item of a session, due on a day. */
export async function actionItem(db: Executor, sessionId: string, dueOn: string, what = 'Uji SMS tiga gelombang') {
  const position = (await listItemsOfSession(db, sessionId)).length + 1
  await insertActionItems(db, [{ sessionId, position, what, who: 'Kepala puskesmas', dueOn }])
  return (await listItemsOfSession(db, sessionId))[position - 1]!
}
