import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';

/** A KPI of the list. */
export type Kpi = Pick<
  OperationOutput<'kpis'>['kpis'][number],
  | 'id'
  | 'name'
  | 'question'
  | 'area'
  | 'band'
  | 'tags'
  | 'nature'
  | 'timing'
  | 'direction'
  | 'computable'
  | 'missing'
  | 'own'
  | 'status'
  | 'retired'
>;

/** What is looked for; empty where anything will do. */
export interface Sought {
  readonly q: string;
  readonly area: string;
  readonly tag: string;
  readonly data: string;
  readonly nature: string;
  readonly timing: string;
}

/** Without accents and capitals: what is typed on a phone finds what is written well. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The KPIs that are sought: every word typed is in the name, the question, the id or a tag. */
export function shownKpis(kpis: readonly Kpi[], sought: Sought, tagName: (tag: Kpi['tags'][number]) => string): readonly Kpi[] {
  const words = plain(sought.q)
    .split(/\s+/)
    .filter((word) => word !== '');
  return kpis.filter((kpi) => {
    if (sought.area !== '' && kpi.area !== sought.area) return false;
    if (sought.tag !== '' && !kpi.tags.some((tag) => tag === sought.tag)) return false;
    if (sought.data !== '' && kpi.computable !== (sought.data === 'yes')) return false;
    if (sought.nature !== '' && kpi.nature !== sought.nature) return false;
    if (sought.timing !== '' && kpi.timing !== sought.timing) return false;
    const text = plain([kpi.name, kpi.question, kpi.id, ...kpi.tags.map(tagName)].join(' '));
    return words.every((word) => text.includes(word));
  });
}
