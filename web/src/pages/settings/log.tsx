import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { auditWords } from '../../../../src/i18n/audit.ts';
import { fill } from '../../../../src/i18n/errors.ts';
import { call } from '../../api/call.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useAddress } from '../../frame/address.ts';
import type { Column } from '../../parts/data-table/column.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DayField } from '../../parts/day-field/day-field.tsx';
import { saveFile } from '../../parts/exports/save-file.ts';
import { announce } from '../../parts/live-region/live-region.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { settingsWords } from '../../words/settings.ts';
import styles from './settings-page.module.css';

type Entry = OperationOutput<'audit'>['entries'][number];

const about = (entry: Entry): string =>
  Object.entries(entry.about)
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' · ');

/** Who did or saw what: searched, verified, taken out. What is looked for stands in the address. */
export function Log() {
  const say = useWords(settingsWords);
  const { address, put } = useAddress(['who', 'what', 'outcome', 'since', 'until', 'before']);
  const [who, setWho] = useState(address.who);
  const [what, setWhat] = useState(address.what);
  const filter = {
    ...(address.who === '' ? {} : { actor: address.who }),
    ...(address.what === '' ? {} : { operation: address.what }),
    ...(address.outcome === '' ? {} : { outcome: address.outcome }),
    ...(address.since === '' ? {} : { from: address.since }),
    ...(address.until === '' ? {} : { to: address.until }),
  };
  const { data, error, isPlaceholderData, refetch } = useOperation('audit', {
    ...filter,
    ...(address.before === '' ? {} : { before: address.before }),
    limit: 200,
  });
  const columns: readonly Column<Entry>[] = [
    { key: 'at', label: say('when'), kind: 'moment', value: ({ at }) => at, width: 150 },
    { key: 'who', label: say('who'), kind: 'text', value: ({ actor }) => actor.name },
    { key: 'what', label: say('what'), kind: 'text', value: ({ operation }) => operation },
    { key: 'outcome', label: say('outcome'), kind: 'text', value: ({ outcome }) => (outcome === 'ok' ? say('outcome_ok') : outcome) },
    { key: 'about', label: say('about'), kind: 'text', value: about },
    { key: 'from', label: say('origin'), kind: 'text', value: ({ from }) => from },
  ];
  return (
    <PageSection title={say('tab_log')} actions={<Exports filter={filter} />}>
      <p className={styles.help}>{say('logNote')}</p>
      <Verify />
      <form
        className={`${styles.form} ${styles.filters}`}
        onSubmit={(event) => {
          event.preventDefault();
          put({ who, what, before: '' });
        }}
      >
        <TextInput
          label={say('who')}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
          onBlur={() => put({ who, before: '' })}
        />
        <TextInput
          label={say('what')}
          placeholder={say('whatHint')}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
          onBlur={() => put({ what, before: '' })}
        />
        <SelectField
          label={say('outcome')}
          value={address.outcome}
          options={[
            { value: '', label: say('outcome_any') },
            { value: 'ok', label: say('outcome_ok') },
            { value: 'failed', label: say('outcome_failed') },
          ]}
          onChange={(outcome) => put({ outcome, before: '' })}
        />
        <DayField label={say('since')} value={address.since} onChange={(since) => put({ since, before: '' })} />
        <DayField label={say('until')} value={address.until} onChange={(until) => put({ until, before: '' })} />
        <button type="submit" hidden>
          {say('tab_log')}
        </button>
      </form>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={420} />}
      {data && (
        <Updating active={isPlaceholderData}>
          {data.entries.length === 0 ? (
            <EmptyNotice is="noMatch">{say('logNone')}</EmptyNotice>
          ) : (
            <DataTable
              caption={say('entries')}
              columns={columns}
              rows={data.entries}
              rowKey={({ sequence }) => String(sequence)}
              height={520}
            />
          )}
          <div className={styles.buttons}>
            {address.before !== '' && <PushButton onClick={() => put({ before: '' })}>{say('newest')}</PushButton>}
            {data.next !== null && <PushButton onClick={() => put({ before: String(data.next) })}>{say('older')}</PushButton>}
          </div>
        </Updating>
      )}
    </PageSection>
  );
}

type Filter = Omit<Parameters<typeof call<'export_audit'>>[1], 'format'>;

function Exports({ filter }: { readonly filter: Filter }) {
  const say = useWords(settingsWords);
  const [cut, setCut] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const save = async (format: 'csv' | 'jsonl'): Promise<void> => {
    try {
      const { text, whole } = await call('export_audit', { ...filter, format });
      setCut(!whole);
      saveFile(`cuadro-audit.${format}`, new Blob([text], { type: format === 'csv' ? 'text/csv' : 'application/jsonl' }));
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  };
  return (
    <>
      {error && <TroubleNotice error={error} />}
      {cut && <small role="status">{say('exportCut')}</small>}
      <PushButton look="quiet" onClick={() => void save('csv')}>
        {say('exportCsv')}
      </PushButton>
      <PushButton look="quiet" onClick={() => void save('jsonl')}>
        {say('exportJson')}
      </PushButton>
    </>
  );
}

/** Walks the whole chain when asked to. */
function Verify() {
  const say = useWords(settingsWords);
  const { language } = useLanguage();
  const [asked, setAsked] = useState(false);
  const { data, isFetching, refetch } = useOperation('verify_audit', {}, { enabled: asked });
  const words = auditWords(language);
  const text = !data
    ? null
    : data.broken === null
      ? fill(words.whole, { entries: data.entries, head: data.head.slice(0, 12) })
      : fill(words.broken[data.broken.how], { sequence: data.broken.sequence, at: data.broken.at });
  return (
    <p className={styles.adding}>
      <PushButton
        disabled={isFetching}
        onClick={() => {
          if (asked) void refetch();
          else setAsked(true);
          announce(say('verifying'));
        }}
      >
        {isFetching ? say('verifying') : say('verify')}
      </PushButton>
      <span role="status">{text}</span>
    </p>
  );
}
