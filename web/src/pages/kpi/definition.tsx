import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { call } from '../../api/call.ts';
import { keyOf, useOperation } from '../../api/use-operation.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import styles from './definition.module.css';
import type { KpiWhole } from './kpi-page.tsx';
import { Owned } from './review/owned.tsx';
import { Versions } from './review/versions.tsx';

interface Props {
  readonly kpi: KpiWhole;
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly where: NonNullable<OperationInput<'query'>['where']>;
}

/** What the KPI means: words, formula, its variants side by side, what it needs, what to read beside it. */
export function Definition({ kpi, period, where }: Props) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const { language } = useLanguage();
  const all = useOperation('kpis', { language });
  const kpiNames = new Map(all.data?.kpis.map((one) => [one.id, one.name]));
  const names = Object.keys(kpi.variant_labels);
  return (
    <PageSection title={say('definition')} id="definition">
      <div className={styles.columns}>
        <div>
          <p className={styles.lead}>{kpi.texts.definition}</p>
          <dl className={styles.facts}>
            <dt>{say('formula')}</dt>
            <dd>{kpi.formula}</dd>
            <dt>{say('why')}</dt>
            <dd>{kpi.texts.why}</dd>
            <dt>{say('caveats')}</dt>
            <dd>{kpi.texts.caveats}</dd>
            <dt>{say('version')}</dt>
            <dd>{say('versionSince', { number: kpi.version.number, day: format.day(kpi.version.since) })}</dd>
            <Owned kpi={kpi.id} name={kpi.name} />
            <Versions kpi={kpi} />
            {kpi.pairs.guards.length > 0 && (
              <>
                <dt>{say('guards')}</dt>
                <dd className={styles.links}>
                  {/* Without its name a link leads nobody anywhere. */}
                  {all.isPending && <Skeleton height={24} className={styles.naming} />}
                  {!all.isPending &&
                    [...new Set([...kpi.pairs.guards, ...(kpi.pairs.partner ? [kpi.pairs.partner] : [])])].map((id) => (
                      <Link key={id} to="/kpis/$id" params={{ id }}>
                        {kpiNames.get(id) ?? id}
                      </Link>
                    ))}
                </dd>
              </>
            )}
          </dl>
        </div>
        {names.length > 1 && period && <Variants kpi={kpi} period={period} where={where} names={names} />}
      </div>
    </PageSection>
  );
}

function Variants({
  kpi,
  period,
  where,
  names,
}: Props & { readonly period: NonNullable<Props['period']>; readonly names: readonly string[] }) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const answers = useQueries({
    queries: names.map((variant) => {
      const input = {
        kpis: [kpi.id],
        variant,
        grain: 'total' as const,
        from: period.start,
        to: period.end,
        where,
        periods: 'partial' as const,
      };
      return {
        queryKey: keyOf('query', input),
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => call('query', input, { signal }),
      };
    }),
  });
  return (
    <table className={styles.variants}>
      <caption>
        <h3>{say('variants')}</h3>
        <p>{say('variantsSays', { period: format.period(period, kpi.grain) })}</p>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('variant')}</th>
          <th scope="col">{say('value')}</th>
          <th scope="col">{say('interval')}</th>
          <th scope="col">{say('sample')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((variant, index) => {
          const data = answers[index]?.data;
          const cell = data && 'cells' in data ? data.cells[0] : undefined;
          const unit = kpi.variant_units[variant] ?? kpi.unit;
          return (
            <tr key={variant}>
              <th scope="row">
                {kpi.variant_labels[variant]} {variant === kpi.default_variant && <small>{say('inUse')}</small>}
              </th>
              <td>{cell?.value == null ? '–' : format.column(cell.value, unit)}</td>
              <td>{cell?.ci ? format.range([cell.ci[0], cell.ci[1]], (value) => format.column(value, unit)) : '–'}</td>
              <td>{cell ? format.column(cell.n, 'count') : '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
