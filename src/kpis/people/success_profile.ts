import { welchDifference } from '../../estimators/welch.ts';
import { count } from '../../metrics/build.ts';
import { isOneOf } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, PanelRow } from '../../metrics/metric.ts';
import { figureOf, type Outcome, outcomes, type Performer, performersOf } from '../definitions/performance.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

/** Something that the best do more or less often than the others. */
interface Behaviour {
  readonly behaviour: string;
  /** How many times as often per case (geometric means). */
  readonly lift: number;
  readonly interval: readonly [number, number];
  readonly t: number;
  readonly top: number;
  readonly others: number;
}

const key = (owner: string, type: string): string => JSON.stringify([owner, type]);

/** How often each person did each thing. */
const doings = (
  rows: readonly PanelRow[] | undefined,
): { readonly types: readonly string[]; readonly counts: ReadonlyMap<string, number> } => {
  const counts = new Map<string, number>();
  const types = new Set<string>();
  for (const { group, cells } of rows ?? []) {
    if (!group.owner_id || !group.type) continue;
    types.add(group.type);
    counts.set(key(group.owner_id, group.type), cells[0]?.value ?? 0);
  }
  return { types: [...types].toSorted(), counts };
};

/** The logarithm of how often a person did it per case; half a time added, so that never has one too. */
const logRate = (person: Performer, type: string, counts: ReadonlyMap<string, number>): number =>
  Math.log(((counts.get(key(person.name, type)) ?? 0) + 0.5) / person.n);

const profile =
  (topShare: number, minimumCases: number) =>
  ({ panels }: ComputedInput): ComputedResult => {
    const people = performersOf(panels.people, 'owner_id').filter(({ n }) => n >= minimumCases);
    const ranked = people.toSorted((a, b) => figureOf(b) - figureOf(a) || (a.name < b.name ? -1 : 1));
    const size = Math.max(2, Math.round(topShare * ranked.length));
    const [top, others] = [ranked.slice(0, size), ranked.slice(size)];
    if (others.length < 2) return { value: null, n: people.length, reasons: ['too_few_people'] };
    const { types, counts } = doings(panels.doings);
    // Of many behaviours looked at, one separates by chance: the intervals are widened for their number (Bonferroni).
    const level = 1 - 0.05 / Math.max(1, types.length);
    const behaviours = types.flatMap((behaviour): Behaviour[] => {
      const rates = (side: readonly Performer[]) => side.map((person) => logRate(person, behaviour, counts));
      const found = welchDifference(rates(top), rates(others), level);
      if (found === null) return [];
      const interval = [Math.exp(found.interval[0]), Math.exp(found.interval[1])] as const;
      return [{ behaviour, lift: Math.exp(found.value), interval, t: found.t, top: top.length, others: others.length }];
    });
    const sorted = behaviours.toSorted((a, b) => Math.abs(b.t) - Math.abs(a.t));
    const [strongest] = sorted;
    if (!strongest) return { value: null, n: people.length, reasons: ['no_behaviours'] };
    const told = sorted.map(({ t: _, ...rest }) => ({ ...rest, separates: rest.interval[0] > 1 || rest.interval[1] < 1 }));
    return {
      value: strongest.lift,
      n: people.length,
      ci: strongest.interval,
      detail: { strongest: strongest.behaviour, behaviours: told },
    };
  };

const profileOf = ({ metric }: Outcome, types: readonly string[], topShare: number, minimumCases: number): ComputedMetric => {
  const done = count('activity', { at: 'occurred_at', where: isOneOf('type', types) });
  return {
    kind: 'computed',
    inputs: { done },
    panels: { people: { metric, by: ['owner_id'] }, doings: { metric: done, by: ['owner_id', 'type'] } },
    compute: profile(topShare, minimumCases),
  };
};

const deals = (owner_id: string, won: number, lost: number) => [
  ...Array.from({ length: won }, () => ({ owner_id, status: 'won', closed_at: '2024-01-15' })),
  ...Array.from({ length: lost }, () => ({ owner_id, status: 'lost', closed_at: '2024-01-20' })),
];
const done = (owner_id: string, type: string, times: number) =>
  Array.from({ length: times }, () => ({ owner_id, type, occurred_at: '2024-01-10' }));
const given: WorkedExample['given'] = {
  user: ['u1', 'u2', 'u3', 'u4', 'u5'].map((id) => ({ id, name: id })),
  opportunity: [...deals('u1', 8, 2), ...deals('u2', 7, 3), ...deals('u3', 3, 7), ...deals('u4', 2, 8), ...deals('u5', 1, 1)],
  activity: [
    ...done('u1', 'demo', 12),
    ...done('u2', 'demo', 10),
    ...done('u3', 'demo', 3),
    ...done('u4', 'demo', 2),
    ...done('u5', 'demo', 9),
    ...done('u1', 'call', 20),
    ...done('u2', 'call', 40),
    ...done('u3', 'call', 20),
    ...done('u4', 'call', 40),
    ...done('u1', 'note', 99),
    { owner_id: 'u4', type: 'demo', occurred_at: '2024-01-10', is_test: true },
  ],
};
/** Halves added: the logarithms of 12.5, 10.5 and 3.5, 2.5 demos, ten deals each. */
const lift = Math.sqrt((12.5 * 10.5) / (3.5 * 2.5));

export default defineKpi({
  id: 'success_profile',
  ref: 'K-118',
  area: 'people',
  band: 'business',
  direction: 'none',
  timing: 'lagging',
  nature: 'progress',
  unit: 'ratio',
  tags: ['work_effectiveness', 'sales'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    behaviours: {
      default: ['call', 'email', 'sms', 'meeting', 'demo', 'task'],
      name: { es: 'Tipos de actividad que se comparan', en: 'Types of activity that are compared' },
    },
    top_share: {
      default: 0.3,
      name: { es: 'Parte de las personas que se toma como la mejor', en: 'The part of the people taken as the best' },
      between: [0.1, 0.5],
    },
    minimum_cases: {
      default: 10,
      name: { es: 'Casos que ha de tener una persona para contar', en: 'Cases that a person must have to count' },
      between: [1, 1000],
    },
  },
  variants: {
    default: {
      label: outcomes.sales.label,
      metric: ({ behaviours, top_share, minimum_cases }) => profileOf(outcomes.sales, behaviours, top_share, minimum_cases),
    },
    service: {
      label: outcomes.service.label,
      metric: ({ behaviours, top_share, minimum_cases }) => profileOf(outcomes.service, behaviours, top_share, minimum_cases),
      needs: ['activity.owner_id', 'activity.type', 'activity.occurred_at', ...outcomes.service.needs],
    },
  },
  defaults: ['default'],
  needs: ['activity.owner_id', 'activity.type', 'activity.occurred_at', ...outcomes.sales.needs],
  terms: [],
  drillBy: ['owner.office', 'owner.team'],
  grain: 'year',
  minimumSample: 6,
  guards: ['rep_performance', 'customer_touches'],
  partner: null,
  decomposition: null,
  seed: 'S3 L42',
  source: 'Welch 1947; Bonferroni’s correction; shrunken performance as in rep_performance',
  texts: {
    es: {
      name: 'Perfil de éxito para contratar',
      question: '¿Qué hacen de otra manera los que mejor lo hacen?',
      definition:
        'Cuántas veces más (o menos) hacen los mejores aquello que más los separa de los demás, por cada caso que llevan. Los mejores son el 30 % con mejor rendimiento ajustado. El detalle trae todas las conductas comparadas: veces, intervalo, número de personas y si separan de verdad.',
      formula: 'Actividades de un tipo por caso de los mejores / las mismas de los demás (medias geométricas)',
      why: 'Dice qué buscar al contratar y qué enseñar a los que ya están: hábitos que se ven en los datos, no impresiones.',
      rise: 'Mire en el detalle si la conducta separa de verdad (su intervalo no contiene el 1). Si es así, pruébela con un grupo antes de exigirla a todos.',
      fall: 'Por debajo de 1, los mejores lo hacen menos: quizá lo sustituyen por algo mejor. Busque qué otra conducta sube a la vez.',
      caveats:
        'Que los mejores lo hagan no prueba que por eso sean los mejores; una demostración puede llegar porque el cliente ya quería. Con menos de 20 personas casi ningún intervalo excluirá el 1: entonces no hay perfil, y así se dice. Los intervalos se ensanchan según cuántas conductas se miran. Por privacidad y equidad solo se miran actividades de trabajo: nunca sexo, edad, origen, salud, situación familiar ni nada que se le parezca, y no debe usarse para descartar a nadie por sí solo. Pida un año: con un trimestre hay pocos casos por persona.',
    },
    en: {
      name: 'Success profile',
      question: 'What do those who do best do differently?',
      definition:
        'How many times as often (or as seldom) the best do what separates them most from the others, for each case that they handle. The best are the 30 % with the best adjusted performance. The detail has all behaviours compared: times, interval, number of people and whether they truly separate.',
      formula: 'Activities of a type per case of the best / the same of the others (geometric means)',
      why: 'It says what to look for in hiring and what to teach those who are there: habits seen in data, not impressions.',
      rise: 'See in the detail whether the behaviour truly separates (its interval does not hold 1). If so, try it with a group before you ask it of all.',
      fall: 'Below 1 the best do it less: perhaps they do something better instead. Look which other behaviour rises with it.',
      caveats:
        'That the best do it does not prove that this makes them the best; a demo may come because the customer wanted already. Under 20 people hardly any interval leaves 1 out: then there is no profile, and it is said so. Intervals are widened by how many behaviours are looked at. For privacy and fairness only activities at work are looked at: never sex, age, origin, health, family or the like, and it must not rule anybody out by itself. Ask for a year: a quarter has few cases a person.',
    },
  },
  examples: [
    {
      name: 'the best show their product more',
      given,
      exportedAt: '2024-12-31',
      query: { from: '2024-01-01', to: '2024-12-31', grain: 'year' },
      expect: [{ start: '2024-01-01', value: lift, n: 4, ci: [0.625215, 23.99175] }],
      because:
        'Of four people with ten deals or more (u5 has two) 30 % is one, but two at least: u1 and u2. Demos per deal, half a demo added: 1.25 and 1.05 against 0.35 and 0.25; √(1.25 × 1.05) / √(0.35 × 0.25) = 3.873. Its interval, of Welch’s t with 1.5 degrees of freedom and widened for two behaviours, still holds 1: four people are too few to say. Calls are alike (lift 1). Notes are not compared; the test demo is out.',
    },
    {
      name: 'too few people, and none',
      given,
      exportedAt: '2024-12-31',
      settings: { kpis: { success_profile: { minimum_cases: 11 } } },
      query: { from: '2023-01-01', to: '2024-12-31', grain: 'year' },
      expect: [
        { start: '2023-01-01', value: null, n: 0 },
        { start: '2024-01-01', value: null, n: 0 },
      ],
      because: 'Nobody has eleven deals; in 2023 there are none at all.',
    },
  ],
});
