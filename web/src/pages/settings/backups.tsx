import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation, useWrite } from '../../api/use-operation.ts';
import { Item, ItemList } from '../../parts/item-list/item-list.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { settingsWords } from '../../words/settings.ts';
import { weekdayName } from './company/places.ts';
import { SettingsSection } from './company/section.tsx';
import { type SettingsNow, useSettings } from './company/use-settings-form.ts';
import { cronOf, type Schedule, scheduleOf } from './schedule.ts';
import styles from './settings-page.module.css';

/** Where backups go that are asked for here: inside the workspace. Another disk is for `cuadro.yaml`. */
const ownFolder = 'copias';

/** The backups that were made, when the next is due, and one now. */
export function Backups() {
  const say = useWords(settingsWords);
  const backups = useOperation('backups', {});
  const { settings, version, anew, ...asked } = useSettings();
  const error = backups.error ?? asked.error;
  if (!backups.data || !settings) {
    const again = (): void => {
      asked.refetch();
      void backups.refetch();
    };
    return error ? <TroubleNotice error={error} onRetry={again} /> : <Skeleton height={480} />;
  }
  return (
    <div className={styles.parts}>
      <p className={styles.help}>{say('backupsNote')}</p>
      <When key={version} settings={settings} backups={backups.data} onAnew={anew} />
      <Made backups={backups.data} onRefresh={backups.refetch} />
    </div>
  );
}

interface WhenProps {
  readonly settings: SettingsNow;
  readonly backups: OperationOutput<'backups'>;
  readonly onAnew: () => void;
}

function When({ settings, backups, onAnew }: WhenProps) {
  const say = useWords(settingsWords);
  const format = useFormat();
  const [on, setOn] = useState(backups.folder !== null);
  const [schedule, setSchedule] = useState<Schedule>(scheduleOf(backups.every));
  const [keep, setKeep] = useState(String(backups.keep));
  const every = cronOf(schedule);
  const at = schedule.kind === 'cron' ? '02:40' : schedule.at;
  const day = schedule.kind === 'weekly' ? schedule.day : 1;
  const change = {
    backups: on ? { folder: backups.folder ?? ownFolder, ...(every === null ? {} : { every }), keep: Number(keep) } : { folder: null },
  };
  const choose = (kind: string): void => {
    setOn(kind !== 'off');
    if (kind === 'daily') setSchedule({ kind, at });
    else if (kind === 'weekly') setSchedule({ kind, at, day });
    else if (kind === 'cron') setSchedule({ kind, text: every ?? '40 2 * * *' });
  };
  return (
    <SettingsSection
      title={say('backupAuto')}
      settings={settings}
      change={change}
      disabled={false}
      wrong={on && every === null ? say('backupHourWrong') : null}
      onAnew={onAnew}
    >
      <p>
        {backups.folder === null
          ? say('backupsOff')
          : `${backups.next_at === null ? '' : say('backupsNext', { when: format.moment(backups.next_at) })} ${say('backupsWhere', { folder: backups.folder })}`}
      </p>
      <div className={styles.filters}>
        <SelectField
          label={say('backupSchedule')}
          value={on ? schedule.kind : 'off'}
          options={[
            { value: 'daily', label: say('backupDaily') },
            { value: 'weekly', label: say('backupWeekly') },
            { value: 'cron', label: say('backupCustom') },
            { value: 'off', label: say('backupOff') },
          ]}
          onChange={choose}
        />
        {on && schedule.kind === 'weekly' && (
          <SelectField
            label={say('backupDay')}
            value={String(day)}
            options={[1, 2, 3, 4, 5, 6, 0].map((one) => ({ value: String(one), label: weekdayName((one + 6) % 7, format.writer.locale) }))}
            onChange={(value) => setSchedule({ kind: 'weekly', at, day: Number(value) })}
          />
        )}
        {on && schedule.kind === 'cron' && (
          <TextInput
            label={say('backupCron')}
            spellCheck={false}
            value={schedule.text}
            onChange={(event) => setSchedule({ kind: 'cron', text: event.currentTarget.value })}
          />
        )}
        {on && schedule.kind !== 'cron' && (
          <TextInput
            label={say('backupAt')}
            inputMode="numeric"
            pattern="([01]?[0-9]|2[0-3]):[0-5][0-9]"
            size="sm"
            value={at}
            onChange={(event) => setSchedule({ ...schedule, at: event.currentTarget.value })}
          />
        )}
        {on && (
          <TextInput
            label={say('backupKeep')}
            inputMode="numeric"
            pattern="[1-9][0-9]{0,2}"
            required
            withAsterisk={false}
            value={keep}
            onChange={(event) => setKeep(event.currentTarget.value)}
          />
        )}
      </div>
    </SettingsSection>
  );
}

const isOver = (answer: OperationOutput<'jobs'> | undefined): boolean => {
  const state = answer?.jobs[0]?.state;
  return state === 'done' || state === 'failed' || state === 'cancelled';
};

interface MadeProps {
  readonly backups: OperationOutput<'backups'>;
  /** The same function from one drawing to the next. */
  readonly onRefresh: () => unknown;
}

function Made({ backups, onRefresh }: MadeProps) {
  const say = useWords(settingsWords);
  const format = useFormat();
  const run = useWrite('run_job');
  const id = run.data?.job ?? null;
  const job = useOperation(
    'jobs',
    { id: id ?? '-' },
    { enabled: id !== null, keep: false, every: (answer) => (isOver(answer) ? null : 1_500) },
  );
  const isUnderWay = run.isPending || (id !== null && !isOver(job.data));
  const isEnded = id !== null && !isUnderWay;
  useEffect(() => {
    if (isEnded) onRefresh();
  }, [isEnded, onRefresh]);
  const state = job.data?.jobs[0]?.state ?? null;
  const failure = job.data?.jobs[0]?.error?.code ?? '';
  const size = (bytes: number): string => `${format.number(bytes / 1_000_000, 1)} MB`;
  return (
    <PageSection
      title={say('backupsMade')}
      actions={
        backups.folder !== null && (
          <PushButton disabled={isUnderWay} onClick={() => run.mutate({ schedule: 'backup' })}>
            {say('backupNow')}
          </PushButton>
        )
      }
    >
      <p role="status" className={styles.help}>
        {isUnderWay && say('backupRunning')}
        {!isUnderWay && state === 'done' && say('backupDone')}
        {!isUnderWay && state === 'failed' && say('backupFailed', { code: failure })}
      </p>
      {run.error && <TroubleNotice error={run.error} />}
      {backups.made.length === 0 ? (
        <p className={styles.small}>{say('backupsNone')}</p>
      ) : (
        <ItemList label={say('backupsMade')}>
          {backups.made.map((one) => (
            <Item
              key={one.id}
              title={format.moment(one.made_at)}
              tags={one.there ? [] : [say('backupGone')]}
              facts={[size(one.bytes), one.path]}
            />
          ))}
        </ItemList>
      )}
    </PageSection>
  );
}
