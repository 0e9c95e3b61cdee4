import type { Context } from '#app/domain/shared/context.ts'
import { seedDemoPlaces } from '#db/seed/reference.server.ts'
import { seedDemoAdoptions } from './adoptions.ts'
import { seedDemoCoaching } from './coaching.ts'
import { seedDemoPeople } from './people.ts'
import { seedDemoPractices } from './practices.ts'
import { seedDemoQuestions } from './questions.ts'
import { seedDemoSearches } from './searches.ts'

/** The demo places and accounts, and what the demo people did. Repeatable: what is there stays. */
export async function loadDemo(base: Omit<Context, 'actor'>, password: string): Promise<void> {
  await seedDemoPlaces(base.db)
  const people = await seedDemoPeople(base, password)
  await seedDemoPractices(base, people)
  await seedDemoAdoptions(base, people)
  await seedDemoCoaching(base, people)
  await seedDemoSearches(base, people)
  await seedDemoQuestions(base, people)
}
