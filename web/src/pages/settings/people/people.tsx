import { useState } from 'react';
import { peopleWords } from '../../../../../src/i18n/people.ts';
import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { ConfirmButton } from '../../../parts/confirm-button/confirm-button.tsx';
import { Item, ItemList } from '../../../parts/item-list/item-list.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { membersWords } from '../../../words/members.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { Invite } from './invite.tsx';
import { Member } from './member.tsx';
import { Review } from './review.tsx';

/** Who has an account, what each sees and may do, who is invited, and what of it is worth a look. */
export function People() {
  const say = useWords(membersWords);
  const common = useWords(settingsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const may = useMay('people.write');
  const [inviting, setInviting] = useState(false);
  const { data, error, refetch } = useOperation('people', {});
  const withdraw = useWrite('withdraw_invitation');
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
  const { roles } = peopleWords(language);
  return (
    <div className={styles.parts}>
      <PageSection
        title={say('members')}
        note={say('membersCount', { count: data.members.length })}
        actions={may && !inviting && <PushButton onClick={() => setInviting(true)}>{say('invite')}</PushButton>}
      >
        {inviting && <Invite onClose={() => setInviting(false)} />}
        <ItemList label={say('members')}>
          {data.members.map((member) => (
            <Member key={member.id} member={member} />
          ))}
        </ItemList>
      </PageSection>
      {data.invitations.length > 0 && (
        <PageSection title={say('invitations')}>
          <ItemList label={say('invitations')}>
            {data.invitations.map(({ id, email, role, expiresAt }) => (
              <Item
                key={id}
                title={email}
                facts={[roles[role] ?? role, say('inviteUntil', { day: format.moment(expiresAt) })]}
                actions={
                  may && (
                    <ConfirmButton
                      sure={say('withdrawSure')}
                      question={common('confirm')}
                      keep={common('keep')}
                      disabled={withdraw.isPending}
                      onConfirm={() => withdraw.mutate({ invitation: id })}
                    >
                      {say('withdraw')}
                    </ConfirmButton>
                  )
                }
              />
            ))}
          </ItemList>
        </PageSection>
      )}
      <Review />
    </div>
  );
}
