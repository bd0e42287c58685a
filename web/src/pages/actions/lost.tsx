import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { ActButton } from '../../parts/act/act-button.tsx';
import { Choice } from '../../parts/choice/choice.tsx';
import type { Column } from '../../parts/data-table/column.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { actionsWords } from '../../words/actions.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import styles from './actions-page.module.css';

type Lost = OperationOutput<'reengagement'>['records'][number];

const entities = ['all', 'opportunity', 'lead'] as const;
const whoOf = ({ account, company, name, id }: Lost): string => account?.name ?? company ?? name ?? id;

/** Lost leads and deals whose reason has changed, to be called again. */
export function LostRecords() {
  const say = useWords(actionsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const may = useMay('self');
  const { address, put } = useAddress(['of', 'rule']);
  const of = entities.find((one) => one === address.of) ?? 'all';
  const { data, error, isPlaceholderData, refetch } = useOperation('reengagement', {
    language,
    limit: 1000,
    ...(of === 'all' ? {} : { entity: of }),
    ...(address.rule === '' ? {} : { rule: address.rule as Lost['changes'][number]['rule'] }),
  });
  const columns = useMemo(
    (): readonly Column<Lost>[] => [
      {
        key: 'who',
        label: say('lost_who'),
        kind: 'text',
        width: 210,
        value: whoOf,
        show: (row) =>
          row.account ? (
            <Link to="/customers/$id" params={{ id: row.account.id }} search={() => ({ source: row.source }) as never}>
              {whoOf(row)}
            </Link>
          ) : (
            whoOf(row)
          ),
      },
      {
        key: 'changed',
        label: say('lost_changed'),
        kind: 'text',
        width: 300,
        value: ({ changes }) => changes.map(({ says }) => says).join('; '),
      },
      ...(may
        ? [
            {
              key: 'do',
              label: say('lost_do'),
              kind: 'text',
              width: 120,
              value: ({ action }: Lost) => say(action === null ? 'lost_take' : 'lost_taken'),
              show: (row: Lost) =>
                row.action === null ? (
                  <ActButton
                    about={{
                      record: { entity: row.entity, source: row.source, id: row.id },
                      kind: 'reengage',
                      play: 'take_up_lost',
                      title: say('takeUp', { name: whoOf(row) }),
                    }}
                    look="quiet"
                    label={say('lost_take')}
                    name={say('takeUp', { name: whoOf(row) })}
                  />
                ) : (
                  say('lost_taken')
                ),
            },
          ]
        : []),
      { key: 'reason', label: say('lost_reason'), kind: 'text', width: 150, value: ({ reason }) => reason ?? say('lost_noReason') },
      { key: 'on', label: say('lost_on'), kind: 'day', value: ({ lost_on }) => lost_on },
      { key: 'amount', label: say('lost_amount'), kind: 'money', value: ({ amount }) => amount },
      { key: 'owner', label: say('lost_owner'), kind: 'text', width: 170, value: ({ owner }) => owner },
    ],
    [say, may],
  );
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
  const { total, lost, day, records, rules, unseen } = data;
  return (
    <Updating active={isPlaceholderData}>
      <header className={styles.head}>
        <h1>{say('lostTitle')}</h1>
        <p>{say('lostLead', { total: format.number(total, 0), lost: format.number(lost, 0), day: format.day(day) })}</p>
        {unseen.includes('products') && <p>{say('lostUnseen')}</p>}
      </header>
      <div className={styles.bar}>
        <div className={styles.choices}>
          <Choice
            label={say('lost_entity')}
            value={of}
            options={entities.map((one) => ({ value: one, label: say(`entity_${one}`) }))}
            onChange={(next) => put({ of: next === 'all' ? '' : next })}
          />
          <SelectField
            label={say('rule')}
            hideLabel
            value={address.rule}
            options={[
              { value: '', label: say('rule_any') },
              ...rules.map(({ rule, records: count }) => ({ value: rule, label: `${say(`rule_${rule}`)} (${format.number(count, 0)})` })),
            ]}
            onChange={(rule) => put({ rule })}
          />
        </div>
      </div>
      {records.length === 0 ? (
        <EmptyNotice is="noMatch">{say('lostNone')}</EmptyNotice>
      ) : (
        <PageSection title={say('tab_lost')}>
          <DataTable
            caption={say('lostTitle')}
            columns={columns}
            rows={records}
            rowKey={({ entity, source, id }) => `${entity}:${source}:${id}`}
            exportName={null}
            height={560}
          />
        </PageSection>
      )}
    </Updating>
  );
}
