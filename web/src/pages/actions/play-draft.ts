import type { OperationInput, OperationOutput } from '../../../../src/app/api/client-types.ts';

export type Play = OperationOutput<'plays'>['plays'][number];

/** A play of one's own as it stands in its form: steps one a line. */
export interface PlayDraft {
  readonly name: string;
  readonly kind: Play['kind'];
  readonly kpi: string;
  readonly also: string;
  readonly idea: string;
  readonly steps: string;
  readonly measure: string;
  /** Whom it suits; none: anybody. */
  readonly rfm: Play['rfm'];
  readonly stages: Play['stages'];
}

export const most = { steps: 12, step: 500 } as const;

export function playDraftOf(play: Play | null, kpi: string): PlayDraft {
  if (!play) return { name: '', kind: 'other', kpi, also: '', idea: '', steps: '', measure: '', rfm: [], stages: [] };
  const [first, second] = play.kpis;
  return {
    name: play.name,
    kind: play.kind,
    kpi: first?.id ?? '',
    also: second?.id ?? '',
    idea: play.idea,
    steps: play.steps.join('\n'),
    // Of a play that says nothing of it, the name of its KPI stands there.
    measure: play.measure === first?.name ? '' : play.measure,
    rfm: play.rfm,
    stages: play.stages,
  };
}

export const stepsOf = ({ steps }: PlayDraft): string[] =>
  steps
    .split('\n')
    // Numbers and dashes that come along where a list is pasted.
    .map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-•*])\s+/, '').trim())
    .filter((line) => line !== '');

export const lackOf = (draft: PlayDraft): readonly ('name' | 'kpi' | 'idea' | 'steps')[] => [
  ...(draft.name.trim() === '' ? (['name'] as const) : []),
  ...(draft.kpi === '' ? (['kpi'] as const) : []),
  ...(draft.idea.trim() === '' ? (['idea'] as const) : []),
  ...(stepsOf(draft).length === 0 ? (['steps'] as const) : []),
];

/** @param play what it was before; null: a new one */
export function playInputOf(draft: PlayDraft, play: Play | null): OperationInput<'save_play'> {
  const measure = draft.measure.trim();
  // Further KPIs, which the form does not show, stay.
  const rest = play?.kpis.slice(2).map(({ id }) => id) ?? [];
  return {
    id: play?.id ?? null,
    kind: draft.kind,
    name: draft.name.trim(),
    idea: draft.idea.trim(),
    steps: stepsOf(draft),
    measure: measure === '' ? null : measure,
    kpis: [...new Set([draft.kpi, draft.also, ...rest])].filter((id) => id !== ''),
    rfm: [...draft.rfm],
    stages: [...draft.stages],
  };
}
