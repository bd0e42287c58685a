import { useMemo } from 'react';
import type { OperationInput, OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { placed } from '../../../parts/chart/placed.ts';
import type { TrendMark } from '../../../parts/chart/trend.ts';
import { eventsWords } from '../../../words/events.ts';
import { useLanguage, useWords } from '../../../words/language.ts';

type Annotation = OperationOutput<'annotations'>['annotations'][number];

/** Something that happened while a chart ran, under its number. */
export interface ChartEvent extends TrendMark {
  readonly kind: Annotation['kind'] | 'definition';
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Of what it is a part, where it does not concern all that is shown. */
  readonly scope: string | null;
  /** Of what it is, as DIM=VALUE; null: of all that the chart shows. */
  readonly about: string | null;
  readonly author: string | null;
  /** To be removed by; null: it is no annotation, or somebody else's. */
  readonly id: string | null;
}

interface Period {
  readonly start: string;
  readonly end: string;
}

const none: readonly never[] = [];

/** What people noted and how the definition changed, in the periods of a chart, the first one first. */
export function useEvents(
  kpi: string,
  periods: readonly Period[],
  where: NonNullable<OperationInput<'query'>['where']>,
): readonly ChartEvent[] {
  const say = useWords(eventsWords);
  const { language } = useLanguage();
  const [from, to] = [periods[0]?.start, periods.at(-1)?.end];
  const enabled = from !== undefined && to !== undefined;
  const noted = useOperation('annotations', { kpis: [kpi], where, ...(enabled ? { from, to } : {}), language }, { enabled, later: true });
  const defined = useOperation('kpi_versions', { kpi, language }, { enabled, later: true });
  // Both at once: with each of them the trend is drawn anew.
  const isComing = noted.isLoading || defined.isLoading;
  return useMemo(() => {
    if (isComing) return none;
    const events = [
      ...(noted.data?.annotations ?? []).map((one) => ({
        kind: one.kind,
        from: one.from,
        to: one.to,
        text: one.text,
        scope: one.on.some(({ part }) => part) && one.scope !== null ? one.scope.slice(one.scope.indexOf('=') + 1) : null,
        about: one.scope,
        author: one.author,
        id: one.editable ? one.id : null,
      })),
      ...(defined.data?.versions ?? [])
        .filter(({ changes }) => changes.length > 0)
        .map((version) => ({
          kind: 'definition' as const,
          from: version.from,
          to: version.from,
          text: say('definitionText', {
            list: version.changes
              .map(({ what, name, before, after }) => say(`change_${what}`, { name: name ?? '', before, after }))
              .join(', '),
          }),
          scope: null,
          about: null,
          author: null,
          id: null,
        })),
    ].toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
    return events
      .flatMap((event) => {
        const place = placed(event, periods);
        return place ? [{ ...event, ...place }] : [];
      })
      .map((event, index) => ({ ...event, number: index + 1 }));
  }, [isComing, noted.data, defined.data, periods, say]);
}
