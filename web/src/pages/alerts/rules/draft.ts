import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { hasShares } from '../../../../../src/i18n/format.ts';
import { readAmount, writeAmount } from '../../../words/amount.ts';

type Writable<T> = T extends readonly (infer One)[]
  ? Writable<One>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;
type Told = OperationOutput<'alert_rules'>['rules'][number]['rule'];

/** A rule as it is given to be tried or saved. */
export type Rule = Writable<Told>;
/** What was told of a rule, as a copy to give back. */
export const givenOf = (told: Told): Rule => structuredClone(told) as Rule;
type Condition = Rule['condition'];

export const whens = ['fall', 'rise', 'below', 'above', 'target', 'anomaly', 'mix', 'guard', 'stale'] as const;
export type When = (typeof whens)[number] | 'reading';
export const sides = ['worse', 'better', 'rise', 'fall', 'either'] as const;
export const grains = ['day', 'week', 'month', 'quarter'] as const;

/** A rule as its form holds it: figures as they are typed. */
export interface Draft {
  readonly kpi: string;
  /** Empty: the company; `=DIM=VALUE`: a scope; `*DIM`: each member by itself. */
  readonly whose: string;
  readonly when: When;
  readonly amount: string;
  readonly measure: 'unit' | 'share';
  readonly against: 'previous' | 'year';
  readonly side: (typeof sides)[number];
  /** Of a mix. */
  readonly by: string;
  readonly grain: '' | (typeof grains)[number];
  /** Empty: the KPI's own least. */
  readonly sample: string;
  readonly breaches: number;
  readonly department: string;
  /** Hours; empty: never. */
  readonly escalate: string;
}

/** In what an amount is typed. */
export type Typed = 'points' | 'share' | 'days' | 'unit';

export function typedIn({ when, measure }: Pick<Draft, 'when' | 'measure'>, unit: string): Typed {
  if (when === 'mix' || when === 'target') return 'share';
  if (when === 'stale') return 'days';
  if (when === 'fall' || when === 'rise') return measure === 'share' ? 'share' : unit === 'rate' ? 'points' : 'unit';
  return unit === 'rate' ? 'share' : 'unit';
}

/** In what a change may be asked for; what a rule there is says stays as it is. A tenth of a score says nothing. */
export const measuresFor = (unit: string, measure: Draft['measure']): readonly Draft['measure'][] =>
  (unit === 'score' || unit === 'correlation') && measure === 'unit' ? ['unit'] : ['unit', 'share'];

/** Whether its sentence has a figure to type. */
export const hasAmount = (when: When): boolean => when !== 'anomaly' && when !== 'guard' && when !== 'reading';

/** What a rule about a KPI begins with. */
export const draftFor = (kpi: { readonly id: string; readonly unit: string; readonly direction: string }, scope: string | null): Draft => ({
  kpi: kpi.id,
  whose: scope === null ? '' : `=${scope}`,
  when: kpi.direction === 'down' ? 'rise' : 'fall',
  amount: kpi.unit === 'rate' ? '2' : kpi.unit === 'correlation' ? '0' : '10',
  // A change of a rate or a score is told in points.
  measure: hasShares(kpi.unit) ? 'share' : 'unit',
  against: 'previous',
  side: 'worse',
  by: '',
  grain: '',
  sample: '',
  breaches: 1,
  department: '',
  escalate: '',
});

const none = { measure: 'share', against: 'previous', side: 'worse', by: '', amount: '' } as const;

function partsOf(condition: Told['condition'], unit: string, locale: string): Pick<Draft, 'when' | 'amount' | keyof typeof none> {
  const share = (value: number): string => writeAmount(value, 'rate', locale);
  switch (condition.kind) {
    case 'threshold':
      return { ...none, when: condition.side, amount: writeAmount(condition.value, unit, locale) };
    case 'target':
      return { ...none, when: 'target', amount: share(condition.by) };
    case 'change': {
      const { side, by, against, in: measure } = condition;
      return { ...none, when: side, against, measure, amount: measure === 'share' ? share(by) : writeAmount(by, unit, locale) };
    }
    case 'anomaly':
      return { ...none, when: 'anomaly', side: condition.side };
    case 'mix':
      return { ...none, when: 'mix', by: condition.by, amount: share(condition.share) };
    case 'stale':
      return { ...none, when: 'stale', amount: String(condition.days) };
    default:
      return { ...none, when: condition.kind };
  }
}

/** A rule there is, to be changed. */
export const draftOf = (rule: Told, unit: string, locale: string): Draft => ({
  kpi: rule.kpi,
  whose: rule.each !== null ? `*${rule.each}` : rule.scope !== null ? `=${rule.scope}` : '',
  ...partsOf(rule.condition, unit, locale),
  grain: rule.grain ?? '',
  sample: rule.least_sample === null ? '' : String(rule.least_sample),
  breaches: rule.breaches,
  department: rule.route.departments[0] ?? '',
  escalate: rule.escalate_after === null ? '' : String(rule.escalate_after),
});

interface About {
  readonly unit: string;
  readonly locale: string;
  /** The rule that is changed: what the form does not show of it stays as it is. */
  readonly before: Rule | null;
}

function conditionOf(draft: Draft, { unit, locale, before }: About): Condition | null {
  const { when } = draft;
  const typed = readAmount(draft.amount, locale);
  if (hasAmount(when) && (typed === null || (typed < 0 && when !== 'above' && when !== 'below'))) return null;
  const kind = typedIn(draft, unit);
  const amount = (typed ?? 0) / (kind === 'points' || kind === 'share' ? 100 : 1);
  switch (when) {
    case 'fall':
    case 'rise':
      return { kind: 'change', against: draft.against, side: when, by: amount, in: draft.measure };
    case 'below':
    case 'above':
      return { kind: 'threshold', side: when, value: amount };
    case 'target':
      return amount > 1 ? null : { kind: 'target', by: amount };
    case 'anomaly':
      return { kind: 'anomaly', side: draft.side };
    case 'mix':
      return draft.by === '' || amount < 0.01 || amount > 1 ? null : { kind: 'mix', by: draft.by, share: amount };
    case 'guard':
      return { kind: 'guard' };
    case 'stale':
      return Number.isInteger(amount) && amount >= 1 && amount <= 366 ? { kind: 'stale', days: amount } : null;
    case 'reading':
      return before?.condition.kind === 'reading' ? before.condition : null;
  }
}

const whole = (text: string, least: number, most: number): number | null =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : null;

/** @returns the rule that a form says; or the field that cannot be read */
export function ruleFrom(draft: Draft, about: About): Rule | { readonly wrong: 'amount' | 'sample' | 'escalate' } {
  const condition = conditionOf(draft, about);
  if (condition === null) return { wrong: 'amount' };
  const sample = draft.sample.trim() === '' ? null : whole(draft.sample, 0, 1e9);
  if (sample === null && draft.sample.trim() !== '') return { wrong: 'sample' };
  const escalate = draft.escalate.trim() === '' ? null : whole(draft.escalate, 1, 2160);
  if (escalate === null && draft.escalate.trim() !== '') return { wrong: 'escalate' };
  const { before } = about;
  const department = draft.department.trim();
  const others = before?.route.departments.slice(1) ?? [];
  return {
    kpi: draft.kpi,
    scope: draft.whose.startsWith('=') ? draft.whose.slice(1) : null,
    each: draft.whose.startsWith('*') ? draft.whose.slice(1) : null,
    grain: draft.grain === '' ? null : draft.grain,
    condition,
    least_sample: sample,
    breaches: draft.breaches,
    clears: before?.clears ?? 2,
    route: {
      roles: before?.route.roles ?? [],
      teams: before?.route.teams ?? [],
      members: before?.route.members ?? [],
      channels: before?.route.channels ?? [],
      departments: department === '' ? others : [department, ...others],
    },
    escalate_after: escalate,
  };
}
