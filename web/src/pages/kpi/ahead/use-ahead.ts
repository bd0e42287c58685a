import { useMemo } from 'react';
import type { OperationInput, OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { useToldIn } from '../../../api/use-session.ts';
import { scopeOf } from '../../../frame/scope-of.ts';
import type { View } from '../../../frame/view.ts';
import type { Card } from '../../../parts/kpi-card/card.ts';
import { useLanguage } from '../../../words/language.ts';
import type { Aimed, Foreseen } from './with-ahead.ts';

/** How many periods ahead are drawn. */
const periodsAhead = { day: 14, week: 6, month: 3, quarter: 2, year: 1 } as const;

interface Asked {
  readonly kpi: string;
  readonly card: Card | null;
  readonly grain: keyof typeof periodsAhead;
  readonly view: View;
  readonly where: NonNullable<OperationInput<'query'>['where']>;
  /** False: what went before is not there yet. */
  readonly enabled: boolean;
}

export interface Ahead {
  readonly aims: readonly Aimed[];
  readonly foreseen: readonly Foreseen[];
  readonly forecast: OperationOutput<'forecast'> | null;
  /** How the targets stand whose period runs, or is the last. */
  readonly standing: OperationOutput<'targets'>['targets'];
  readonly pending: boolean;
}

/** What was aimed at and what is expected of a KPI, for whom the page is about. */
export function useAhead({ kpi, card, grain, view, where, enabled }: Asked): Ahead {
  const { language } = useLanguage();
  const told = useToldIn();
  const scope = scopeOf(where);
  const until = view.to ? { to: view.to } : {};
  // A KPI that is told by groups has no one series.
  const isOne = enabled && card !== null && card.group === null;
  const targets = useOperation(
    'targets',
    { kpis: [kpi], ...(scope === null ? {} : { scope }), ...until, language, ...told },
    { enabled: isOne && (scope !== null || where.length === 0), keep: false, later: true },
  );
  const forecast = useOperation(
    'forecast',
    { kpi, grain, where, periods: periodsAhead[grain], ...until, ...(view.asOf ? { asOf: view.asOf } : {}), language, ...told },
    { enabled: isOne && view.from === undefined, keep: false, later: true },
  );
  const pending = isOne && (targets.isLoading || forecast.isLoading);
  const unit = card?.unit;
  return useMemo(
    () =>
      pending
        ? // Both at once: with each of them the trend is drawn anew.
          { aims: none, foreseen: none, forecast: null, standing: none, pending }
        : {
            // A target in another unit than the value's stands on no common axis.
            aims: targets.data?.set.filter((one) => one.unit === unit) ?? none,
            foreseen: forecast.data?.points ?? none,
            forecast: forecast.data ?? null,
            standing: targets.data?.targets ?? none,
            pending,
          },
    [pending, unit, targets.data, forecast.data],
  );
}

const none: readonly never[] = [];
