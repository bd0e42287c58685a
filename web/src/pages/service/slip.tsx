import { useOperation } from '../../api/use-operation.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { IntervalDots } from '../../parts/interval-dots/interval-dots.tsx';
import { stretchOf } from '../../parts/kpi-section/stretch.ts';
import { Skeleton } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { serviceWords } from '../../words/service.ts';
import styles from './service-page.module.css';

/** Since when the deliveries of one product slip: its quarters. */
export function Slip({ product, end, whole }: { readonly product: string; readonly end: string; readonly whole: number | null }) {
  const say = useWords(serviceWords);
  const format = useFormat();
  const { data } = useOperation('query', {
    kpis: ['on_time_delivery'],
    grain: 'quarter',
    ...stretchOf({}, end, 24),
    where: [{ dimension: 'product.name', op: '=', value: product }],
  });
  if (!data) return <Skeleton height={160} />;
  const rows = ('cells' in data ? data.cells : []).flatMap(({ period, value, ci, n, reasons }) =>
    value === null
      ? []
      : [
          {
            name: format.period(period, 'quarter'),
            value,
            ci: ci ? ([ci[0], ci[1]] as const) : null,
            n,
            unsure: reasons.includes('small_sample'),
          },
        ],
  );
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last || first === last) return null;
  const title = say('slip', { product });
  return (
    <div className={styles.slip}>
      <ChartFrame
        title={title}
        sentence={say('slipSays', {
          first: format.value(first.value, 'rate'),
          firstPeriod: first.name,
          last: format.value(last.value, 'rate'),
          lastPeriod: last.name,
        })}
        table={{
          columns: [
            say('quarter'),
            ...[say('onTime'), say('from'), say('to')].map((label) => ({ label, kind: 'rate' })),
            { label: say('cases'), kind: 'count' },
          ],
          rows: rows.map(({ name, value, ci, n }) => [name, value, ci?.[0] ?? null, ci?.[1] ?? null, n]),
        }}
      >
        <IntervalDots unit="rate" whole={whole} rows={rows} />
      </ChartFrame>
    </div>
  );
}
