import { useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { noticeKindWords } from '../../../../../src/i18n/notices.ts';
import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { ConfirmButton } from '../../../parts/confirm-button/confirm-button.tsx';
import { Item, ItemList } from '../../../parts/item-list/item-list.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { noticesWords } from '../../../words/notices.ts';
import styles from '../settings-page.module.css';
import { ChangeChannel } from './change-channel.tsx';
import type { Channel } from './channel-fields.tsx';
import { NewChannel } from './new-channel.tsx';

type Listed = OperationOutput<'channels'>;

/** The places outside that notices go to, and how what goes out is doing. */
export function Channels() {
  const say = useWords(noticesWords);
  const { data, error, refetch } = useOperation('channels', {});
  const [making, setMaking] = useState(false);
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={400} />;
  return (
    <div className={styles.parts}>
      <PageSection
        title={say('channels')}
        actions={!making && <PushButton onClick={() => setMaking(true)}>{say('channelNew')}</PushButton>}
      >
        <p className={styles.help}>{say('channelsHelp')}</p>
        {making && <NewChannel onClose={() => setMaking(false)} />}
        {data.channels.length === 0 && !making ? (
          <EmptyNotice is="notConfigured">{say('channelsNone')}</EmptyNotice>
        ) : (
          <ItemList label={say('channels')}>
            {data.channels.map((channel) => (
              <OneChannel key={channel.id} of={channel} />
            ))}
          </ItemList>
        )}
      </PageSection>
      <Outbox {...data} />
    </div>
  );
}

function OneChannel({ of: channel }: { readonly of: Channel }) {
  const say = useWords(noticesWords);
  const format = useFormat();
  const { language } = useLanguage();
  const [changing, setChanging] = useState(false);
  const test = useWrite('test_channel', ['channels']);
  const save = useWrite('save_channel', ['channels']);
  const remove = useWrite('remove_channel', ['channels']);
  const error = test.error ?? save.error ?? remove.error;
  const { id, name, kind, host, active, last_sent_at: sent, last_error_at: failing, amounts, kinds } = channel;
  return (
    <Item
      title={name}
      tags={active ? [] : [say('stopped')]}
      facts={[
        say(`kind_${kind}`),
        host,
        kinds.length === 0 ? say('kindsNone') : format.list(kinds.map((one) => (noticeKindWords[one]?.[language] ?? one).toLowerCase())),
        `${say('amounts')}: ${say(`amounts_${amounts}`).toLowerCase()}`,
        sent === null ? say('neverSent') : say('sentAt', { when: format.moment(sent) }),
        failing === null ? null : `${say('failing', { when: format.moment(failing) })} (${channel.last_error})`,
      ]}
      actions={
        <>
          <PushButton look="quiet" disabled={test.isPending} onClick={() => test.mutate({ channel: id })}>
            {say('test')}
          </PushButton>
          <PushButton look="quiet" disabled={save.isPending} onClick={() => save.mutate({ channel: id, active: !active })}>
            {say(active ? 'stop' : 'start')}
          </PushButton>
          <PushButton look="quiet" aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {say('change')}
          </PushButton>
          <ConfirmButton
            sure={say('removeSure')}
            question={say('confirm')}
            keep={say('keep')}
            disabled={remove.isPending}
            onConfirm={() => remove.mutate({ channel: id })}
          >
            {say('remove')}
          </ConfirmButton>
        </>
      }
    >
      <p role="status" className={styles.small}>
        {test.isSuccess && say('tested')}
      </p>
      {error && <TroubleNotice error={error} />}
      {changing && <ChangeChannel of={channel} onClose={() => setChanging(false)} />}
    </Item>
  );
}

function Outbox({ mail, outbox: { waiting, waiting_since: since, failed, last_error: error } }: Listed) {
  const say = useWords(noticesWords);
  const format = useFormat();
  return (
    <PageSection title={say('outbox')}>
      {!mail && <p>{say('noMail')}</p>}
      {waiting === 0 && failed === 0 && <p>{say('outboxFine')}</p>}
      {waiting > 0 && since !== null && <p>{say('waiting', { count: waiting, since: format.moment(since) })}</p>}
      {failed > 0 && <p>{say('failed', { count: failed })}</p>}
      {error !== null && <p className={styles.small}>{error}</p>}
    </PageSection>
  );
}
