import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import type { View } from '../../frame/view.ts';
import type { Card } from '../../parts/kpi-card/card.ts';

/** Why the period shown differs from the one compared with; asked once for all parts of the page. */
export function useExplained(card: Card | null, view: View, where: NonNullable<OperationInput<'explain'>['where']>) {
  const compared = card?.compared ?? null;
  return useOperation(
    'explain',
    {
      kpi: card?.id ?? '-',
      from: card?.now.period.start ?? '',
      to: card?.now.period.end ?? '',
      where,
      ...(compared ? { against: { from: compared.period.start, to: compared.period.end } } : {}),
      ...(view.asOf ? { asOf: view.asOf } : {}),
    },
    // What cannot be told by parts is not asked for.
    { enabled: card !== null && card.unexplained === null, later: true },
  );
}
