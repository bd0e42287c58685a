import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { ApiError } from '../../api/error.ts';
import { useOperation } from '../../api/use-operation.ts';
import type { View } from '../../frame/view.ts';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useWords } from '../../words/language.ts';

interface Props {
  readonly card: Card | null;
  readonly view: View;
  readonly where: NonNullable<OperationInput<'explain'>['where']>;
}

/** Errors that say that there is nothing to explain, not that something broke. */
const quiet = new Set(['not_explainable', 'nothing_to_compare']);

/** The change of the period shown, by any dimension, as parts that sum to it. */
export function WhyChanged({ card, view, where }: Props) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const compared = card?.compared ?? null;
  const { data, error, refetch } = useOperation(
    'explain',
    {
      kpi: card?.id ?? '-',
      from: card?.now.period.start ?? '',
      to: card?.now.period.end ?? '',
      where,
      ...(compared ? { against: { from: compared.period.start, to: compared.period.end } } : {}),
      ...(view.asOf ? { asOf: view.asOf } : {}),
    },
    { enabled: card !== null },
  );
  const note =
    card && compared ? `${format.period(compared.period, card.grain)} → ${format.period(card.now.period, card.grain)}` : undefined;
  return (
    <PageSection title={say('explanation')} note={note} id="explanation">
      {error &&
        !data &&
        (error instanceof ApiError && quiet.has(error.code) ? (
          <EmptyNotice is="noData">{error.message}</EmptyNotice>
        ) : (
          <TroubleNotice error={error} onRetry={() => void refetch()} />
        ))}
      {!data && !error && <Skeleton height={280} />}
      {data && card && <Explanation explained={data} kpi={card} heading={null} choice />}
    </PageSection>
  );
}
