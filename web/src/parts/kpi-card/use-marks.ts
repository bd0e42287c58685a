import { useMemo } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import { useLanguage } from '../../words/language.ts';

/** Something that people noted on the time axis. */
export type Mark = Pick<OperationOutput<'annotations'>['annotations'][number], 'from' | 'to' | 'text'>;

/** What happened, by the KPIs on whose cards it belongs: asked once for all of them, after the figures. */
export function useMarks(kpis: readonly string[]): ReadonlyMap<string, readonly Mark[]> {
  const { language } = useLanguage();
  const { view } = useView();
  const where = useMemo(() => conditionsOf(view), [view]);
  const { data } = useOperation('annotations', { kpis: [...kpis], where, language }, { enabled: kpis.length > 0, later: true });
  return useMemo(() => {
    const marks = new Map<string, Mark[]>();
    for (const mark of data?.annotations ?? []) {
      for (const { kpi } of mark.on) marks.set(kpi, [...(marks.get(kpi) ?? []), mark]);
    }
    return marks;
  }, [data]);
}
