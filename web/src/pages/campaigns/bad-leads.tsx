import { Link } from '@tanstack/react-router';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice } from '../../parts/state-notice/state-notice.tsx';
import { campaignsWords } from '../../words/campaigns.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import styles from './bad-leads.module.css';
import { type Cell, measures, type Row } from './facts.ts';

interface Props {
  readonly bad: readonly Row[];
  readonly whole: ReadonlyMap<string, Cell>;
  readonly dimension: string;
  readonly asked: Omit<OperationInput<'query'>, 'kpis'>;
}

/** Campaigns whose leads qualify less than the rest by more than chance: cheap or not, they cost time. */
export function BadLeads({ bad, whole, dimension, asked }: Props) {
  const say = useWords(campaignsWords);
  return (
    <PageSection title={say('bad')}>
      {bad.length === 0 && <EmptyNotice is="goodNews">{say('badNone')}</EmptyNotice>}
      <ul className={styles.list}>
        {bad.map((row) => (
          <Bad key={row.name} row={row} whole={whole} dimension={dimension} asked={asked} />
        ))}
      </ul>
      {bad.length > 0 && (
        <Link to="/kpis/$id" params={{ id: measures.qualified.kpi }}>
          {say('seeKpi')}
        </Link>
      )}
    </PageSection>
  );
}

function Bad({ row, whole, dimension, asked }: Omit<Props, 'bad'> & { readonly row: Row }) {
  const say = useWords(campaignsWords);
  const format = useFormat();
  const { qualified, cpl, leads } = row.of;
  const wholeCpl = whole.get(measures.cpl.kpi)?.value ?? null;
  const group = qualified?.group[dimension] ?? null;
  const { data } = useOperation('query', {
    ...asked,
    kpis: ['lead_lost_reasons'],
    where: [...(asked.where ?? []), { dimension, op: '=', value: group }],
  });
  const reasons = (data && 'cells' in data ? data.cells : [])
    .filter(({ group: of }) => of.lost_reason != null)
    .toSorted((left, right) => (right.numerator ?? 0) - (left.numerator ?? 0));
  const [top] = reasons;
  if (!qualified?.ci) return null;
  const values = {
    leads: format.number(leads?.value ?? qualified.n, 0),
    rate: format.value(qualified.value ?? 0, 'rate'),
    from: format.value(qualified.ci[0], 'rate'),
    to: format.value(qualified.ci[1], 'rate'),
    rateWhole: format.value(whole.get(measures.qualified.kpi)?.value ?? 0, 'rate'),
  };
  return (
    <li className={styles.bad}>
      <b>{row.name}</b>
      <p>
        {cpl?.value != null && wholeCpl !== null
          ? say('badSays', { ...values, cpl: format.value(cpl.value, 'money'), cplWhole: format.value(wholeCpl, 'money') })
          : say('badSaysNoCost', values)}
      </p>
      {top && (
        <p>
          {say('badReason', {
            reason: top.group.lost_reason,
            some: format.number(top.numerator ?? top.n, 0),
            all: format.number(top.denominator ?? top.n, 0),
          })}
        </p>
      )}
      {qualified.state === 'immature' && <p className={styles.mind}>{say('badImmature')}</p>}
    </li>
  );
}
