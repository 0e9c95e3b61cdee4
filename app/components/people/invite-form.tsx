import { membersText } from '#app/i18n/members.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { Role } from '#db/vocabulary.ts'
import { Button } from '../ui/button.tsx'
import { Picks } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Panel } from '../ui/panel.tsx'

/** Invites an address to one of the roles that this person may give. */
export function InviteForm({ organisationId, roles }: { organisationId: string; roles: readonly Role[] }) {
  const lang = useLang()
  const t = membersText(lang)
  const names = vocabularyText(lang).role
  const form = useFormReply({ role: roles.length === 1 ? roles[0] : undefined }, { intent: 'invite' })
  return (
    <Panel title={t.invite}>
      <p className="small">{t.inviteNote}</p>
      <form method="post" className="stack">
        <input type="hidden" name="organisationId" value={organisationId} />
        <Field
          {...form.field('email')}
          label={t.inviteEmail}
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        <Picks
          {...form.field('role')}
          type="radio"
          label={t.role}
          options={roles.map((role) => ({ value: role, label: names[role] }))}
          required
        />
        <div className="acts">
          <Button name="intent" value="invite">
            {t.inviteSubmit}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
