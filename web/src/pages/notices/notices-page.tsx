import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation, useWrite } from '../../api/use-operation.ts';
import { useMay, useSession } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { Choice } from '../../parts/choice/choice.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { useWords } from '../../words/language.ts';
import { noticesWords } from '../../words/notices.ts';
import { NoticeItem } from './notice-item.tsx';
import styles from './notices-page.module.css';

const atOnce = 50;
const most = 200;

/** The inbox: what one is told, latest first, and what of it is unread. */
export function Page() {
  const say = useWords(noticesWords);
  const { kind } = useSession();
  const maySelf = useMay('self');
  const { address, put } = useAddress(['show']);
  const [limit, setLimit] = useState(atOnce);
  const unread = address.show === 'unread';
  const { data, error, isPlaceholderData, refetch } = useOperation('notices', { unread, limit });
  const mark = useWrite('read_notices', ['notices']);
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{say('title')}</h1>
        <Choice
          label={say('show')}
          value={unread ? 'unread' : 'all'}
          options={[
            { value: 'all', label: say('all') },
            { value: 'unread', label: data.unread === 0 ? say('unread') : `${say('unread')} (${data.unread})` },
          ]}
          onChange={(show) => put({ show: show === 'all' ? '' : show })}
        />
        {maySelf && data.unread > 0 && (
          <PushButton disabled={mark.isPending} onClick={() => mark.mutate({ ids: null })}>
            {say('readAll')}
          </PushButton>
        )}
      </div>
      {mark.error && <TroubleNotice error={mark.error} />}
      <Updating active={isPlaceholderData}>
        {data.notices.length === 0 ? (
          <EmptyNotice is="goodNews">{say(unread ? 'noneUnread' : 'none')}</EmptyNotice>
        ) : (
          <ul className={styles.list} aria-label={say('title')}>
            {data.notices.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} onMark={maySelf ? (read) => mark.mutate({ ids: [notice.id], read }) : null} />
            ))}
          </ul>
        )}
      </Updating>
      <p className={styles.foot}>
        {data.more && limit < most && (
          <PushButton onClick={() => setLimit((before) => Math.min(most, before + atOnce))}>{say('more')}</PushButton>
        )}
        {kind === 'user' && (
          <Link to="/settings" search={{ tab: 'notices' }}>
            {say('preferences')}
          </Link>
        )}
      </p>
    </div>
  );
}
