import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { ApiError } from '../../api/error.ts';
import type { View } from '../../frame/view.ts';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useWords } from '../../words/language.ts';
import type { KpiWhole } from './kpi-page.tsx';
import { Refused, refusalOf } from './refused.tsx';
import { useExplained } from './use-explained.ts';

interface Props {
  readonly kpi: KpiWhole;
  readonly card: Card | null;
  readonly view: View;
  readonly where: NonNullable<OperationInput<'explain'>['where']>;
}

/** The change of the period shown, by any dimension, as parts that sum to it. */
export function WhyChanged({ kpi, card, view, where }: Props) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const { data, error, refetch } = useExplained(card, view, where);
  const compared = card?.compared ?? null;
  const note =
    card && compared ? `${format.period(compared.period, card.grain)} → ${format.period(card.now.period, card.grain)}` : undefined;
  const asked = card?.unexplained ?? (error instanceof ApiError ? refusalOf(error) : null);
  const explained = asked || error ? null : data;
  // Of some only the groups tell that they do not add up.
  const refusal = asked ?? (explained && explained.dimensions.length === 0 && kpi.drill_by.length > 0 ? 'not_explainable' : null);
  return (
    <PageSection title={say('explanation')} note={note} id="explanation">
      {refusal && card && <Refused refusal={refusal} kpi={kpi} card={card} />}
      {error && !refusal && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && !refusal && <Skeleton height={280} />}
      {explained && !refusal && card && <Explanation explained={explained} kpi={card} heading={null} choice />}
    </PageSection>
  );
}
