import { z } from 'zod'

const CHOICE =
  /^(contact|draft|adoption|action|assignment|session):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(keep|mailbox|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** `contact:<record>:<successor>`; the successor may be `mailbox` (a role mailbox) or `keep` (nothing changes). */
const choice = z
  .string()
  .regex(CHOICE)
  .transform((value) => {
    const [, kind, id, to] = CHOICE.exec(value)!
    return { kind: kind as 'contact' | 'draft' | 'adoption' | 'action' | 'assignment' | 'session', id: id!, to: to! }
  })
export type HandoverChoice = z.output<typeof choice>

const email = z
  .email()
  .max(254)
  .nullish()
  .transform((value) => value?.toLowerCase() ?? null)

/** What the form of the wizard sends: who leaves, who takes over each thing, and the mailbox that becomes the contact. */
export const handoverSchema = z.object({
  person: z.uuid(),
  to: z
    .union([z.array(choice), choice])
    .default([])
    .transform((value) => [value].flat().filter(({ to }) => to !== 'keep'))
    .refine((items) => items.length > 0, 'nothingChosen'),
  mailbox: email,
})

/** The address of the wizard: whose things, who takes them all, and single choices. */
export const handoverQuerySchema = z.object({
  person: z.uuid().nullish().catch(null),
  all: z.uuid().nullish().catch(null),
  mailbox: email.catch(null),
  preview: z.literal('1').nullish().catch(null),
  done: z.string().nullish().catch(null),
})
export const parseChoices = (values: readonly string[]): HandoverChoice[] =>
  values.flatMap((value) => choice.safeParse(value).data ?? [])
