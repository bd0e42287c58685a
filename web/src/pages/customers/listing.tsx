import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { ActButton } from '../../parts/act/act-button.tsx';
import type { Column } from '../../parts/data-table/column.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { customersWords } from '../../words/customers.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import type { Where } from './customers-page.tsx';
import styles from './listing.module.css';
import { NeedTags } from './need-tags.tsx';

type Customer = OperationOutput<'customers'>['customers'][number];

const limit = 1000;
const needs = ['risk', 'debt', 'order_overdue', 'order_due', 'ticket'] as const;
const classes = [
  'champions',
  'loyal',
  'potential_loyal',
  'recent',
  'needs_attention',
  'about_to_sleep',
  'cannot_lose',
  'at_risk',
  'hibernating',
  'lost',
] as const;

/** Customers, those first who need somebody most; by reason, by class, by name. */
export function Listing({ where, asOf }: { readonly where: Where; readonly asOf: string | undefined }) {
  const say = useWords(customersWords);
  const format = useFormat();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [sought, setSought] = useState('');
  const asked = useDeferredValue(sought.trim());
  const need = needs.find((one) => one === search.need);
  const rfm = classes.find((one) => one === search.rfm);
  const choose = (parts: Readonly<Record<string, string | undefined>>): void =>
    void navigate({
      to: '.',
      search: (before: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(Object.entries({ ...before, ...parts }).filter(([, value]) => value !== undefined)),
      resetScroll: false,
    });
  const { data, error, isPlaceholderData, refetch } = useOperation('customers', {
    where,
    limit,
    ...(need ? { need } : {}),
    ...(rfm ? { rfm } : {}),
    ...(asked === '' ? {} : { search: asked }),
    ...(asOf ? { asOf } : {}),
  });
  const hidesAmounts = data?.hidden.includes('amounts') ?? false;
  const columns = useMemo((): readonly Column<Customer>[] => {
    const amounts: readonly Column<Customer>[] = hidesAmounts
      ? []
      : [
          { key: 'attention', label: say('attention'), kind: 'money', value: ({ attention }) => attention || null },
          { key: 'historical', label: say('historical'), kind: 'money', value: ({ historical }) => historical },
          { key: 'expected', label: say('expected'), kind: 'money', value: ({ expected }) => expected },
          { key: 'overdue', label: say('overdue'), kind: 'money', value: ({ overdue }) => overdue || null },
          { key: 'openValue', label: say('openValue'), kind: 'money', value: ({ openValue }) => openValue || null },
        ];
    return [
      {
        key: 'name',
        label: say('customer'),
        kind: 'text',
        width: 240,
        value: ({ name, id }) => name ?? id,
        show: ({ name, id, source }) => (
          <Link to="/customers/$id" params={{ id }} search={(before: Readonly<Record<string, unknown>>) => ({ ...before, source })}>
            {name ?? id}
          </Link>
        ),
      },
      {
        key: 'needs',
        label: say('why'),
        kind: 'text',
        width: 270,
        value: ({ needs: some }) => some.map((one) => say(`need_${one}`)).join(', '),
        show: ({ needs: some }) => <NeedTags needs={some} />,
      },
      ...amounts.slice(0, 1),
      { key: 'risk', label: say('risk'), kind: 'count', value: ({ risk }) => risk?.score ?? null },
      ...amounts.slice(3, 4),
      { key: 'next', label: say('next'), kind: 'day', value: ({ next }) => (next && next.state !== 'lapsed' ? next.on : null) },
      ...amounts.slice(1, 3),
      ...amounts.slice(4),
      { key: 'lastContact', label: say('lastContact'), kind: 'day', value: ({ lastContactOn }) => lastContactOn },
      { key: 'stage', label: say('stage'), kind: 'text', value: ({ stage }) => say(stage ? `stage_${stage}` : 'stage_none') },
      { key: 'owner', label: say('owner'), kind: 'text', value: ({ owner }) => owner },
      { key: 'city', label: say('city'), kind: 'text', value: ({ city }) => city },
    ];
  }, [say, hidesAmounts]);
  return (
    <PageSection
      title={say('attend')}
      note={data && say('attendNote', { day: format.day(data.day) })}
      id="attend"
      actions={
        <input
          type="search"
          className={styles.search}
          value={sought}
          placeholder={say('search')}
          aria-label={say('search')}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      }
    >
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={480} />}
      {data && (
        <Updating active={isPlaceholderData}>
          <fieldset className={styles.needs}>
            <legend className={styles.legend}>{say('filterBy')}</legend>
            <PushButton aria-pressed={need === undefined} onClick={() => choose({ need: undefined })}>
              {say('all')}
            </PushButton>
            {data.needs.map(({ need: one, accounts }) => (
              <PushButton key={one} aria-pressed={need === one} onClick={() => choose({ need: need === one ? undefined : one })}>
                {say(`need_${one}`)} <b>{format.number(accounts, 0)}</b>
              </PushButton>
            ))}
            {rfm && (
              <PushButton aria-pressed onClick={() => choose({ rfm: undefined })} title={say('rfmClear')}>
                {say('rfmChosen', { name: say(`rfm_${rfm}`) })} ✕
              </PushButton>
            )}
          </fieldset>
          {(need || rfm) && data.customers.length > 0 && (
            <p className={styles.act}>
              <ActButton
                key={need ?? rfm}
                about={
                  need
                    ? { among: `need=${need}`, ...(need === 'risk' ? { kpi: 'at_risk_customers' } : {}) }
                    : { among: `rfm=${rfm ?? 'loyal'}` }
                }
                label={say('actFor', { name: need ? say(`need_${need}`) : say(`rfm_${rfm ?? 'loyal'}`) })}
              />
            </p>
          )}
          {data.customers.length === 0 ? (
            <EmptyNotice is={need && asked === '' ? 'goodNews' : 'noMatch'}>{say(need && asked === '' ? 'noneGood' : 'none')}</EmptyNotice>
          ) : (
            <DataTable
              caption={say('listed')}
              columns={columns}
              rows={data.customers}
              rowKey={({ source, id }) => `${source} ${id}`}
              exportName={say('title')}
              height={460}
            />
          )}
          <p className={styles.help}>
            {data.total > data.customers.length &&
              say('shown', { shown: format.number(data.customers.length, 0), total: format.number(data.total, 0) })}{' '}
            {say(hidesAmounts ? 'attendHelpHidden' : 'attendHelp')}
          </p>
        </Updating>
      )}
    </PageSection>
  );
}
