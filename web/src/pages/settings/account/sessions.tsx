import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { Item, ItemList } from '../../../parts/item-list/item-list.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { accountWords } from '../../../words/account.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { browserName } from './browser-name.ts';

/** Where one is signed in; each place can be signed out from here. */
export function Sessions() {
  const say = useWords(accountWords);
  const format = useFormat();
  const { data, error, refetch } = useOperation('sessions', {});
  const end = useWrite('end_session');
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={160} />;
  return (
    <PageSection
      title={say('sessions')}
      actions={
        data.sessions.length > 1 && (
          <PushButton disabled={end.isPending} onClick={() => end.mutate({ session: 'others' })}>
            {say('sessionsEnd')}
          </PushButton>
        )
      }
    >
      {end.error && <TroubleNotice error={end.error} />}
      <ItemList label={say('sessions')}>
        {data.sessions.map((one) => (
          <Item
            key={one.id}
            title={(one.browser && browserName(one.browser)) ?? say('sessionUnknown')}
            tags={one.current ? [say('sessionHere')] : []}
            facts={[
              say('sessionSince', { when: format.moment(one.startedAt) }),
              say('sessionSeen', { when: format.moment(one.lastSeenAt) }),
              one.address,
            ]}
            actions={
              !one.current && (
                <PushButton look="quiet" disabled={end.isPending} onClick={() => end.mutate({ session: one.id })}>
                  {say('sessionEnd')}
                </PushButton>
              )
            }
          />
        ))}
      </ItemList>
    </PageSection>
  );
}
