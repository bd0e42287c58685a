import { Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import { alertStateWords } from '../../../../../src/i18n/alerts.ts';
import { ApiError } from '../../../api/error.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { partsWords } from '../../../words/parts.ts';
import { AlertBody } from './alert-body.tsx';

/** One alert beside the list that it was opened from; its address is a link to it. */
export function AlertDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useWords(alertsWords);
  const parts = useWords(partsWords);
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation('alert', { alert: id, language }, { keep: false });
  // It is taken away when it is closed: whoever opened it has the focus again.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => (opener instanceof HTMLElement ? opener.focus() : undefined), [opener]);
  const [records, setRecords] = useState(false);
  const isGone = error instanceof ApiError && error.code === 'alert_unknown';
  return (
    <Drawer
      opened
      onClose={onClose}
      // Escape closes what stands above, and not this with it.
      closeOnEscape={!records}
      position="right"
      size="min(760px, 100%)"
      title={data ? say('one', { state: (alertStateWords[data.alert.state]?.[language] ?? '').toLowerCase() }) : say('tab_alerts')}
      // Beside the page's own, on a telephone, its heading would be a second banner.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': parts('close') }}
    >
      {error &&
        !data &&
        (isGone ? <EmptyNotice is="noMatch">{say('gone')}</EmptyNotice> : <TroubleNotice error={error} onRetry={() => void refetch()} />)}
      {!data && !error && <Skeleton height={520} />}
      {data && <AlertBody found={data} records={records} onRecords={setRecords} />}
    </Drawer>
  );
}
