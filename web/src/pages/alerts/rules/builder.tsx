import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { BuilderForm } from './builder-form.tsx';

type Told = OperationOutput<'alert_rules'>['rules'][number];

interface Props {
  /** What a new rule begins with; empty: the usual. */
  readonly kpi: string;
  readonly scope: string;
  /** The rule that is changed; null: a new one. */
  readonly edited: Told | null;
  readonly onClose: () => void;
}

const usual = ['retention_rate', 'total_sales'];

/** A rule as a sentence to fill in, tried on history before it is saved. */
export function Builder({ kpi, scope, edited, onClose }: Props) {
  const say = useWords(alertsWords);
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation('kpis', { language });
  // One that is asked for is there even where it cannot be calculated now.
  const kpis = (data?.kpis ?? []).filter(
    ({ id, computable, status, retired }) => id === kpi || (computable && status === 'in_force' && !retired),
  );
  const first = [kpi, ...usual].flatMap((id) => kpis.find((one) => one.id === id) ?? [])[0] ?? kpis[0];
  return (
    <PageSection title={say(edited ? 'changeTitle' : 'buildTitle')}>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={200} />}
      {first && <BuilderForm kpis={kpis} first={first} scope={scope === '' ? null : scope} edited={edited} onClose={onClose} />}
    </PageSection>
  );
}
