import { count } from '../../metrics/build.ts';
import { isKnown } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, PanelRow } from '../../metrics/metric.ts';
import { cut } from '../../metrics/result/interval.ts';
import { type Outcome, outcomes } from '../definitions/performance.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

interface Cases {
  readonly good: number;
  readonly n: number;
}

/** By person, what each month of the panel has. */
type Months<T> = ReadonlyMap<string, readonly T[]>;

interface Episode {
  readonly person: string;
  /** The month in which it began, by its place in the panel. */
  readonly month: number;
}

const byPerson = <T>(rows: readonly PanelRow[] | undefined, read: (cell: PanelRow['cells'][number]) => T): Months<T> =>
  new Map((rows ?? []).flatMap(({ group, cells }) => (group.owner_id ? [[group.owner_id, cells.map(read)] as const] : [])));

const added = (months: readonly Cases[]): Cases =>
  months.reduce((sum, { good, n }) => ({ good: sum.good + good, n: sum.n + n }), { good: 0, n: 0 });

/** Starts of coaching: enough sessions in three months, none in the `window` months before. */
const episodesOf = (sessions: Months<number>, window: number, least: number): readonly Episode[] =>
  [...sessions].flatMap(([person, months]) =>
    months.flatMap((first, month) => {
      const isNew = first > 0 && months.slice(Math.max(0, month - window), month).every((count) => count === 0);
      const isWhole = month >= window && month + window < months.length;
      const held = months.slice(month, month + 3).reduce((sum, count) => sum + count, 0);
      return isNew && isWhole && held >= least ? [{ person, month }] : [];
    }),
  );

/** The variance of a share, with one good and one bad case added so that none of ten is not certainty (Agresti and Caffo 2000). */
const varianceOf = ({ good, n }: Cases): number => {
  const share = (good + 1) / (n + 2);
  return (share * (1 - share)) / (n + 2);
};
const shareOf = ({ good, n }: Cases): number => good / n;

/** How much more a coached person's share rose than that of those not coached at the time. */
const effectOf = ({ person, month }: Episode, window: number, cases: Months<Cases>, sessions: Months<number>) => {
  const before = (months: readonly Cases[]) => added(months.slice(month - window, month));
  const after = (months: readonly Cases[]) => added(months.slice(month + 1, month + 1 + window));
  const isPeer = (other: string): boolean =>
    other !== person && (sessions.get(other) ?? []).slice(month - window, month + 1 + window).every((count) => count === 0);
  const peers = [...cases].filter(([other]) => isPeer(other)).map(([, months]) => months);
  const own = cases.get(person) ?? [];
  const parts = [before(own), after(own), added(peers.map(before)), added(peers.map(after))];
  const [a, b, c, d] = parts;
  if (!a || !b || !c || !d || parts.some(({ n }) => n === 0)) return null;
  const value = shareOf(b) - shareOf(a) - (shareOf(d) - shareOf(c));
  const shares = { before: shareOf(a), after: shareOf(b), peers_before: shareOf(c), peers_after: shareOf(d) };
  return { person, value, variance: parts.map(varianceOf).reduce((sum, part) => sum + part, 0), ...shares, cases: a.n + b.n };
};

/** Between what the difference of two differences of shares lies. */
const farthest = [-2, 2] as const;

const uplift =
  (window: number, least: number) =>
  ({ panels }: ComputedInput): ComputedResult => {
    const sessions = byPerson(panels.sessions, ({ value }) => value ?? 0);
    const cases = byPerson(panels.outcome, ({ numerator, denominator }): Cases => ({ good: numerator ?? 0, n: denominator ?? 0 }));
    const effects = episodesOf(sessions, window, least).flatMap((episode) => effectOf(episode, window, cases, sessions) ?? []);
    if (effects.length === 0) return { value: null, n: 0, reasons: ['nobody_coached_long_enough_ago'] };
    const weights = effects.map(({ variance }) => 1 / variance);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const value = effects.reduce((sum, effect, i) => sum + effect.value * (weights[i] ?? 0), 0) / total;
    const half = 1.959964 / Math.sqrt(total);
    const told = effects.map(({ variance: _, value: effect, ...rest }) => ({ ...rest, effect }));
    return { value, n: effects.length, ci: cut([value - half, value + half], farthest, value), detail: { coached: told } };
  };

/** Coaching has the coached as its user, outcomes as their owner. */
const dimensions = Object.fromEntries([
  ['owner_id', 'user_id'],
  ...['name', 'team', 'office', 'role'].map((field) => [`owner.${field}`, `user.${field}`]),
]);
const sessions = count('coaching_action', { at: 'acted_at', where: isKnown('user_id'), dimensions });

const upliftOf = ({ metric }: Outcome, window: number, least: number): ComputedMetric => ({
  kind: 'computed',
  inputs: { sessions },
  panels: {
    sessions: { metric: sessions, by: ['owner_id'], grain: 'month', back: window * 4 },
    outcome: { metric, by: ['owner_id'], grain: 'month', back: window * 4 },
  },
  compute: uplift(window, least),
});

const deals = (owner_id: string, day: string, won: number, lost: number) => [
  ...Array.from({ length: won }, () => ({ owner_id, status: 'won', closed_at: day })),
  ...Array.from({ length: lost }, () => ({ owner_id, status: 'lost', closed_at: day })),
];
const given: WorkedExample['given'] = {
  user: [
    { id: 'u1', name: 'Ana' },
    { id: 'u2', name: 'Luis' },
    { id: 'u3', name: 'Eva' },
  ],
  opportunity: [
    ...deals('u1', '2024-02-10', 2, 8),
    ...deals('u1', '2024-05-10', 6, 4),
    ...deals('u2', '2024-02-10', 4, 6),
    ...deals('u2', '2024-05-10', 5, 5),
    ...deals('u3', '2024-02-10', 6, 4),
    ...deals('u3', '2024-05-10', 7, 3),
  ],
  coaching_action: [
    { user_id: 'u1', topic: 'negociación', acted_at: '2024-03-05' },
    { user_id: 'u1', topic: 'negociación', acted_at: '2024-03-19' },
    { user_id: 'u3', topic: 'tiempo', acted_at: '2024-03-12', is_test: true },
  ],
};
const settings = { kpis: { coaching_uplift: { window_months: 2 } } };

export default defineKpi({
  id: 'coaching_uplift',
  ref: 'K-117',
  area: 'people',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['work_effectiveness', 'sales', 'investment'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    window_months: {
      default: 6,
      name: { es: 'Meses que se comparan antes y después', en: 'Months compared before and after' },
      between: [1, 12],
    },
    least_sessions: {
      default: 2,
      name: { es: 'Sesiones en tres meses para hablar de capacitación', en: 'Sessions in three months that make a coaching' },
      between: [1, 50],
    },
  },
  variants: {
    default: {
      label: outcomes.sales.label,
      metric: ({ window_months, least_sessions }) => upliftOf(outcomes.sales, window_months, least_sessions),
    },
    service: {
      label: outcomes.service.label,
      metric: ({ window_months, least_sessions }) => upliftOf(outcomes.service, window_months, least_sessions),
      needs: ['coaching_action.user_id', 'coaching_action.acted_at', ...outcomes.service.needs],
    },
  },
  defaults: ['default'],
  needs: ['coaching_action.user_id', 'coaching_action.acted_at', ...outcomes.sales.needs],
  terms: [],
  drillBy: ['owner.office', 'owner.team', 'owner.name'],
  grain: 'quarter',
  minimumSample: 1,
  guards: ['rep_performance', 'opportunity_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L42; S2 L28',
  source: 'Difference in differences (Ashenfelter & Card 1985); Agresti & Caffo 2000',
  texts: {
    es: {
      name: 'Mejora tras capacitación',
      question: 'Las personas a las que formamos, ¿mejoran más que las demás?',
      definition:
        'Cuánto sube la parte de oportunidades ganadas de quien recibe capacitación, en los seis meses siguientes frente a los seis anteriores, menos lo que sube en ese mismo tiempo la de quienes no la reciben. Varias capacitaciones se promedian según lo segura que es cada una. Entra la que ya ha tenido sus seis meses dentro de los últimos 24.',
      formula: '(después − antes de la persona formada) − (después − antes de sus compañeros no formados)',
      why: 'Mejorar a alguien suele ser más rápido y barato que contratar a otro; esto dice si aquí es verdad y con qué formación.',
      rise: 'Mire en el detalle a quién y con qué tema funcionó, y repítalo con quien esté en la misma situación.',
      fall: 'Si el intervalo incluye el cero, no se sabe aún: no cambie nada por ello. Si queda por debajo, revise el tema, quién forma y si se quita tiempo de vender.',
      caveats:
        'No es un experimento: se suele formar a quien va mal, y quien va mal tiende a recuperarse solo; compararlo con los demás no lo quita del todo. El mes en que empieza no cuenta en ningún lado. Una charla suelta no es capacitación (parámetro: dos sesiones en tres meses). Con una sola persona el intervalo es ancho y debe leerse así. Cada cifra mira los 24 meses anteriores, de modo que trimestres seguidos comparten casos.',
    },
    en: {
      name: 'Coaching/training uplift',
      question: 'Those whom we coach: do they improve more than the others?',
      definition:
        'By how much the share of deals won rises for a coached person, in the six months after against the six before, less what it rises in the same time for those not coached. Several coachings are averaged by how sure each is. One counts when it has had its six months, within the last 24.',
      formula: '(after − before of the coached) − (after − before of colleagues not coached)',
      why: 'To improve somebody is mostly faster and cheaper than to hire another; this says whether it is so here, and with which coaching.',
      rise: 'See in the detail with whom it worked and on what, and repeat it with those in the same place.',
      fall: 'If the interval holds zero it is not known yet: change nothing for it. If it lies below, look at the topic, at who coaches, and at selling time lost.',
      caveats:
        'It is no experiment: those who do badly are the ones coached, and they tend to recover by themselves; the comparison with others does not quite remove that. The month in which it begins counts on neither side. One talk is no coaching (parameter: two sessions in three months). With one person the interval is wide and is to be read so. Each figure looks at the 24 months before, so quarters in a row share cases.',
    },
  },
  examples: [
    {
      name: 'a coached person against herself and the others',
      given,
      settings,
      exportedAt: '2024-06-30',
      query: { from: '2024-04-01', to: '2024-06-30', grain: 'quarter' },
      expect: [{ start: '2024-04-01', value: 0.3, n: 1, ci: [-0.172962, 0.772962] }],
      because:
        'Coached in March; two months before and after. Ana: 2/10, then 6/10: +0.4. Luis and Eva: 10/20, then 12/20: +0.1. 0.4 − 0.1 = 0.3. Variances with one more of each: (3/12)(9/12)/12 + (7/12)(5/12)/12 + (11/22)(11/22)/22 + (13/22)(9/22)/22 = 0.015625 + 0.020255 + 0.011364 + 0.010988 = 0.058231: 0.3 ± 1.96 × 0.2413 = 0.3 ± 0.4730. Eva’s session is a test.',
    },
    {
      name: 'too early to tell, or nobody coached enough',
      given,
      settings: { kpis: { coaching_uplift: { window_months: 2, least_sessions: 3 } } },
      exportedAt: '2024-06-30',
      query: { from: '2024-04-01', to: '2024-06-30', grain: 'quarter' },
      expect: [{ start: '2024-04-01', value: null, n: 0 }],
      because: 'Ana had two sessions and three are asked for.',
    },
    {
      name: 'the months after have not passed',
      given,
      settings,
      exportedAt: '2024-06-30',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'quarter' },
      expect: [{ start: '2024-01-01', value: null, n: 0 }],
      because: 'At the end of March nothing has come after.',
    },
  ],
});
