import { handoverText } from '#app/i18n/handover.ts'
import { membersText } from '#app/i18n/members.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { OrganisationKind, Role } from '#db/vocabulary.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'
import { InviteForm } from './invite-form.tsx'
import { OrganisationSearch, type SearchState } from './organisation-search.tsx'

type Member = {
  membershipId: string
  name: string
  email: string
  role: Role
  startsOn: string
  isSelf: boolean
  lastKeeper: boolean
  handoverOf: string | null
  can: { end: boolean }
}

type Invitation = {
  id: string
  email: string
  role: Role
  expiresAt: Date
  inviter: string | null
  expired: boolean
  can: { revoke: boolean }
}

type MembersPageProps = {
  organisation: { id: string; name: string; kind: OrganisationKind; own: boolean }
  /** Roles that this person may give here. */
  roles: readonly Role[]
  members: Member[]
  invitations: Invitation[]
  search: SearchState | null
  done: string | null
}

/** Who belongs to an organisation, who is invited, and the form to invite somebody. */
export function MembersPage({ organisation, roles, members, invitations, search, done }: MembersPageProps) {
  const t = membersText(useLang())
  const form = useFormReply()
  const here = paths.members({ organisation: organisation.own ? undefined : organisation.id })
  return (
    <>
      <Done done={done} />
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} ids={{ email: 'f-email', role: 'f-role' }} />
      <PageHead title={t.title} kicker={organisation.name}>
        {t.lead}
      </PageHead>
      <div className="cols cols--main">
        <div>
          <MemberTable members={members} here={here} />
          {!organisation.own && <p className="small dim mt-3">{t.othersHidden}</p>}
          {invitations.length > 0 && <InvitationTable invitations={invitations} />}
        </div>
        <aside className="stack" aria-label={t.invite}>
          <InviteForm organisationId={organisation.id} roles={roles} />
          {search && <OrganisationSearch {...search} />}
        </aside>
      </div>
    </>
  )
}

function Done({ done }: { done: string | null }) {
  const t = membersText(useLang()).done
  if (done === 'invite') {
    return (
      <Band tone="ok" title={t.invited} focus className="mb-5">
        {t.invitedNote}
      </Band>
    )
  }
  if (done === 'revoke') return <Band tone="ok" title={t.revoked} focus className="mb-5" />
  if (done === 'end') return <Band tone="ok" title={t.ended} focus className="mb-5" />
  return null
}

function MemberTable({ members, here }: { members: Member[]; here: string }) {
  const lang = useLang()
  const t = membersText(lang)
  const roles = vocabularyText(lang).role
  if (members.length === 0) return <Empty title={t.none}>{t.noneNote}</Empty>
  return (
    <Table
      caption={<span className="vh">{t.title}</span>}
      rows={members}
      rowKey={({ membershipId }) => membershipId}
      columns={[
        {
          head: t.person,
          header: true,
          cell: ({ name, isSelf }) => (
            <>
              {name} {isSelf && <span className="dim norm">({t.self})</span>}
            </>
          ),
        },
        { head: t.role, cell: ({ role }) => roles[role] },
        { head: t.email, cell: ({ email }) => email },
        { head: t.since, cell: ({ startsOn }) => <When at={startsOn} />, className: 'nowrap' },
        { head: t.act, hideHead: true, cell: (member) => <EndMembership member={member} here={here} /> },
      ]}
    />
  )
}

function EndMembership({ member, here }: { member: Member; here: string }) {
  const lang = useLang()
  const t = membersText(lang)
  if (member.lastKeeper) return <span className="small dim">{t.lastKeeper}</span>
  if (!member.can.end) return null
  const role = vocabularyText(lang).role[member.role]
  return (
    <Confirm
      open={
        <>
          {t.end}
          <span className="vh">: {t.endOf(member.name, role)}</span>
        </>
      }
      question={t.endQuestion(member.name)}
      consequence={t.endNote}
      confirm={t.endConfirm}
      cancelHref={here}
      name="intent"
      value="end"
    >
      {member.handoverOf && (
        <p className="small mb-3">
          <a href={paths.handover({ person: member.handoverOf })}>{handoverText(lang).startOf(member.name)}</a>
        </p>
      )}
      <input type="hidden" name="membershipId" value={member.membershipId} />
    </Confirm>
  )
}

function InvitationTable({ invitations }: { invitations: Invitation[] }) {
  const lang = useLang()
  const t = membersText(lang)
  const roles = vocabularyText(lang).role
  return (
    <Section id="invitations" title={t.invitations}>
      <Table
        labelledBy="h-invitations"
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { head: t.email, header: true, cell: ({ email }) => email },
          { head: t.role, cell: ({ role }) => roles[role] },
          { head: t.invitedBy, cell: ({ inviter }) => inviter ?? t.system },
          {
            head: t.until,
            cell: ({ expiresAt, expired }) => (
              <>
                <When at={expiresAt} /> <Tag tone={expired ? 'warn' : 'idle'}>{expired ? t.expired : t.open}</Tag>
              </>
            ),
          },
          {
            head: t.act,
            hideHead: true,
            cell: ({ id, email, can }) =>
              can.revoke && (
                <form method="post">
                  <input type="hidden" name="invitationId" value={id} />
                  <Button variant="link" name="intent" value="revoke" aria-label={t.revokeOf(email)}>
                    {t.revoke}
                  </Button>
                </form>
              ),
          },
        ]}
      />
    </Section>
  )
}
