import { useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { peopleWords } from '../../../../../src/i18n/people.ts';
import { useWrite } from '../../../api/use-operation.ts';
import { useSession } from '../../../api/use-session.ts';
import { ConfirmButton } from '../../../parts/confirm-button/confirm-button.tsx';
import { CopyField } from '../../../parts/copy-field/copy-field.tsx';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { Item } from '../../../parts/item-list/item-list.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { membersWords } from '../../../words/members.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { type Grant, GrantFields } from './grant-fields.tsx';

type MemberRow = OperationOutput<'people'>['members'][number];

/** Someone with an account: what they see, and for who may, how to change it. */
export function Member({ member }: { readonly member: MemberRow }) {
  const say = useWords(membersWords);
  const format = useFormat();
  const { language } = useLanguage();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const { roles, rows } = peopleWords(language);
  const mayChange = session.permissions.includes('people.write') && (member.role !== 'owner' || session.role === 'owner');
  const seen = member.lastSeenAt === null ? say('neverSeen') : say('seen', { when: format.moment(member.lastSeenAt) });
  return (
    <Item
      title={member.name}
      tags={[
        ...(member.id === session.id ? [say('you')] : []),
        ...(member.steward ? [say('stewardTag')] : []),
        ...(member.active ? [] : [say('closed')]),
      ]}
      facts={[
        member.email,
        roles[member.role] ?? member.role,
        member.rows === null ? null : say('sees', { what: member.rows === 'segment' ? (member.segment ?? '') : (rows[member.rows] ?? '') }),
        say(member.twoFactor ? 'factor' : 'noFactor'),
        seen,
      ]}
      actions={
        mayChange && (
          <PushButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {say('change')}
          </PushButton>
        )
      }
    >
      {open && <Change member={member} onClose={() => setOpen(false)} />}
    </Item>
  );
}

function Change({ member, onClose }: { readonly member: MemberRow; readonly onClose: () => void }) {
  const say = useWords(membersWords);
  const common = useWords(settingsWords);
  const session = useSession();
  const change = useWrite('change_member');
  const remove = useWrite('remove_member');
  const reset = useWrite('reset_link');
  const { role, steward, rows, segment, personal, amounts, crmUser } = member;
  const [grant, setGrant] = useState<Grant>({ role, steward, rows, segment, personal, amounts, crmUser });
  const isSelf = member.id === session.id;
  const asking = { question: common('confirm'), keep: common('keep') };
  return (
    <div className={styles.box}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ member: member.id, ...grant });
        }}
      >
        <GrantFields grant={grant} email={member.email} onChange={setGrant} />
        <FormEnd label={common('save')} busy={change.isPending} error={change.error} done={change.isSuccess ? common('saved') : null}>
          <PushButton onClick={onClose}>{common('cancel')}</PushButton>
        </FormEnd>
      </form>
      {reset.data && (
        <CopyField
          label={say('resetLink', { name: member.name })}
          value={new URL(reset.data.path, window.location.origin).href}
          copy={common('copy')}
          copied={common('copied')}
        />
      )}
      {(remove.error ?? reset.error) && <TroubleNotice error={remove.error ?? reset.error ?? new Error()} />}
      {!isSelf && (
        <div className={styles.buttons}>
          <PushButton look="quiet" onClick={() => reset.mutate({ member: member.id })}>
            {say('reset')}
          </PushButton>
          {member.twoFactor && (
            <ConfirmButton
              {...asking}
              sure={say('clearFactorSure')}
              onConfirm={() => change.mutate({ member: member.id, clearSecondFactor: true })}
            >
              {say('clearFactor')}
            </ConfirmButton>
          )}
          {member.active ? (
            <ConfirmButton {...asking} sure={say('closeSure')} onConfirm={() => change.mutate({ member: member.id, active: false })}>
              {say('closeAccount')}
            </ConfirmButton>
          ) : (
            <PushButton look="quiet" onClick={() => change.mutate({ member: member.id, active: true })}>
              {say('openAccount')}
            </PushButton>
          )}
          <ConfirmButton {...asking} sure={say('removeSure')} onConfirm={() => remove.mutate({ member: member.id })}>
            {say('remove')}
          </ConfirmButton>
        </div>
      )}
    </div>
  );
}
