import { useMemo } from 'react';
import type { Column } from '../../parts/data-table/column.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { campaignsWords } from '../../words/campaigns.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import styles from './campaign-table.module.css';
import { horizonOf, isSmall, measures, names, type Row } from './facts.ts';

/** Every campaign with what it cost and brought; few cases are pale. */
export function CampaignTable({ rows, by }: { readonly rows: readonly Row[]; readonly by: 'name' | 'channel' }) {
  const say = useWords(campaignsWords);
  const format = useFormat();
  const days = rows.map(({ of }) => horizonOf(of.roi)?.days).find((one) => one !== undefined);
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { key: 'name', label: say(by === 'name' ? 'campaign' : 'channel'), kind: 'text', value: ({ name }) => name },
      ...names.flatMap((measure): readonly Column<Row>[] => [
        // What a lead costs has been divided by the leads: this is what was spent.
        ...(measure === 'cpl'
          ? [{ key: 'cost', label: say('cost'), kind: 'money', value: ({ of }: Row) => of.cpl?.numerator ?? null } as const]
          : []),
        {
          key: measure,
          label: say(measure),
          kind: measures[measure].unit,
          value: ({ of }) => of[measure]?.value ?? null,
          show: ({ of }) => {
            const cell = of[measure];
            if (cell?.value == null) return '–';
            const text = format.column(cell.value, measures[measure].unit);
            return isSmall(cell) ? (
              <span className={styles.few} title={say('few')}>
                {text}
              </span>
            ) : (
              text
            );
          },
        },
      ]),
      {
        key: 'horizon',
        label: say('horizon'),
        kind: 'text',
        value: ({ of }) => {
          const horizon = horizonOf(of.roi);
          if (!horizon) return null;
          return horizon.age < horizon.days
            ? say('horizonDays', { age: format.number(horizon.age, 0), days: format.number(horizon.days, 0) })
            : say('horizonDone', { days: format.number(horizon.days, 0) });
        },
      },
    ],
    [by, say, format],
  );
  return (
    <PageSection title={say('table')} note={<span className={styles.few}>{say('fewNote')}</span>}>
      {days !== undefined && <p className={styles.note}>{say('horizonNote', { days: format.number(days, 0) })}</p>}
      <DataTable
        height={600}
        caption={say('tableCaption')}
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
        exportName={`cuadro-${by === 'name' ? 'campaigns' : 'channels'}`}
      />
    </PageSection>
  );
}
