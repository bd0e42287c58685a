import type { Correlation } from '../../estimators/correlation.ts';
import { falseDiscovery } from '../../estimators/false_discovery.ts';
import { type PersonSeries, withinCorrelation } from '../../estimators/within_correlation.ts';
import { count, sumMoney } from '../../metrics/build.ts';
import { all, is, isKnown, isNot } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Metric, Panel, PanelRow } from '../../metrics/metric.ts';
import { defineKpi } from '../kpi.ts';

const types = ['call', 'email', 'meeting', 'demo'] as const;
type ActivityType = (typeof types)[number];
const person = 'owner_id';

const outcomes: Readonly<Record<string, Metric>> = {
  won_deals: count('opportunity', { at: 'closed_at', where: all(is('status', 'won'), isKnown('owner_id')) }),
  won_amount: sumMoney('opportunity', 'amount', { at: 'closed_at', where: all(is('status', 'won'), isKnown('owner_id')) }),
};
const activitiesOf = (type: ActivityType): Metric =>
  count('activity', {
    at: 'occurred_at',
    where: all(is('type', type), isNot('connected', false), isNot('purpose', 'service'), isKnown('owner_id')),
  });

/** Each person's months, from the first to the last in which they did anything; before and after they were not there. */
const seriesOf = (activities: readonly PanelRow[], outcome: readonly PanelRow[], every: readonly PanelRow[]): readonly PersonSeries[] =>
  every.flatMap(({ group, cells }) => {
    const present = cells.map((cell) => (cell.value ?? 0) > 0);
    const [first, last] = [present.indexOf(true), present.lastIndexOf(true)];
    const valuesOf = (rows: readonly PanelRow[]) => {
      const own = rows.find((row) => row.group[person] === group[person])?.cells ?? [];
      return cells.map((_, month) => (month < first || month > last ? null : (own[month]?.value ?? 0)));
    };
    return first < 0 ? [] : [{ xs: valuesOf(activities), ys: valuesOf(outcome) }];
  });

interface Found extends Correlation {
  readonly type: ActivityType;
  readonly lag: number;
  /** The p-value corrected for all types and lags looked at. */
  readonly adjusted: number;
}

const correlate =
  (lags: number, only: ActivityType | null) =>
  ({ panels }: ComputedInput): ComputedResult => {
    const every = panels.every ?? [];
    const tried = types.flatMap((type) => {
      const series = seriesOf(panels[type] ?? [], panels.outcome ?? [], every);
      return Array.from({ length: lags + 1 }, (_, lag) => ({ type, lag, found: withinCorrelation(series, lag) }));
    });
    const tests = tried.flatMap(({ type, lag, found }) => (found === null ? [] : [{ type, lag, ...found }]));
    const corrected = falseDiscovery(tests.map(({ p }) => p));
    const ranked: Found[] = tests
      .map((test, index) => ({ ...test, adjusted: corrected[index]?.adjusted ?? 1 }))
      .sort((a, b) => a.p - b.p || Math.abs(b.value) - Math.abs(a.value));
    // Of each type the lag that tells most.
    const best = types.flatMap((type) => ranked.find((one) => one.type === type) ?? []);
    const detail = {
      people: every.length,
      activities: best.map(({ type, lag, value, n, interval, p, adjusted }) => ({
        type,
        lag,
        correlation: value,
        n,
        interval,
        p,
        adjusted,
        is_discovery: adjusted <= 0.05,
      })),
    };
    const told = only === null ? ranked[0] : best.find(({ type }) => type === only);
    if (!told) return { value: null, n: 0, reasons: ['too_few_people_or_months'], detail };
    return {
      value: told.value,
      n: told.n,
      ci: told.interval,
      reasons: told.adjusted <= 0.05 ? [] : ['may_be_chance'],
      detail: { ...detail, type: told.type, lag: told.lag },
    };
  };

const correlation = (outcome: string, months: number, lags: number, only: ActivityType | null = null): ComputedMetric => {
  const panel = (metric: Metric): Panel => ({ metric, by: [person], grain: 'month', back: months });
  const every = count('activity', { at: 'occurred_at', where: all(isNot('purpose', 'service'), isKnown('owner_id')) });
  return {
    kind: 'computed',
    inputs: { activities: every },
    panels: {
      every: panel(every),
      outcome: panel(outcomes[outcome] ?? every),
      ...Object.fromEntries(types.map((type) => [type, panel(activitiesOf(type))])),
    },
    compute: correlate(lags, only),
  };
};

/** Three people over eight months: each one’s meetings of a month are followed by as many won deals the month after. */
const meetings: Readonly<Record<string, readonly number[]>> = {
  u1: [1, 3, 2, 4, 1, 2, 4, 3],
  u2: [2, 1, 4, 1, 3, 4, 1, 2],
  u3: [3, 2, 1, 3, 4, 1, 2, 1],
};
const monthOf = (index: number): string => `2024-0${index + 1}`;
const given = {
  user: Object.keys(meetings).map((id) => ({ id })),
  activity: Object.entries(meetings).flatMap(([owner_id, counts]) =>
    counts.flatMap((number, month) =>
      Array.from({ length: number }, (_, index) => ({
        type: 'meeting',
        purpose: 'sales',
        owner_id,
        occurred_at: `${monthOf(month)}-0${index + 2}`,
      })),
    ),
  ),
  opportunity: Object.entries(meetings).flatMap(([owner_id, counts]) =>
    counts.slice(0, -1).flatMap((number, month) =>
      Array.from({ length: number }, (_, index) => ({
        status: 'won',
        owner_id,
        created_at: '2023-12-01',
        closed_at: `${monthOf(month + 1)}-1${index}`,
        amount: 100,
      })),
    ),
  ),
};

const variant = (type: ActivityType, es: string, en: string) => ({
  label: { es, en },
  metric: ({ outcome, months, lags }: { readonly outcome: string; readonly months: number; readonly lags: number }) =>
    correlation(outcome, months, lags, type),
});

export default defineKpi({
  id: 'activity_outcome_correlation',
  ref: 'K-064',
  area: 'pipeline',
  band: 'business',
  direction: 'none',
  timing: 'lagging',
  nature: 'progress',
  unit: 'correlation',
  tags: ['sales', 'work_effectiveness', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    outcome: {
      default: 'won_deals',
      name: { es: 'Resultado: oportunidades ganadas o importe ganado', en: 'Outcome: deals won or amount won' },
      oneOf: ['won_deals', 'won_amount'],
    },
    months: { default: 24, name: { es: 'Meses que se miran hacia atrás', en: 'Months looked back' }, between: [6, 60] },
    lags: {
      default: 3,
      name: { es: 'Meses que puede tardar el resultado, como mucho', en: 'Months the outcome may take at most' },
      between: [0, 12],
    },
  },
  variants: {
    default: {
      label: { es: 'La actividad que más se asocia al resultado', en: 'The activity that goes most with the outcome' },
      metric: ({ outcome, months, lags }) => correlation(outcome, months, lags),
    },
    call: variant('call', 'Llamadas', 'Calls'),
    email: variant('email', 'Correos', 'E-mails'),
    meeting: variant('meeting', 'Reuniones', 'Meetings'),
    demo: variant('demo', 'Demostraciones', 'Demos'),
  },
  defaults: ['default'],
  needs: [
    'activity.type',
    'activity.owner_id',
    'activity.occurred_at',
    'opportunity.owner_id',
    'opportunity.status',
    'opportunity.closed_at',
  ],
  terms: [],
  drillBy: ['owner.team', 'owner.office', 'owner.role'],
  grain: 'year',
  minimumSample: 60,
  guards: ['opportunity_conversion_rate', 'cycle_acceleration_effect'],
  partner: null,
  decomposition: null,
  seed: 'S3 L20',
  source: 'Within-person correlation, two-way fixed effects; Benjamini & Hochberg (1995)',
  texts: {
    es: {
      name: 'Correlación actividad–resultado',
      question: '¿Qué actividades del equipo van seguidas de más ventas?',
      definition:
        'Correlación, de −1 a 1, entre cuántas veces hace cada persona una actividad en un mes y lo que gana ese mes o hasta tres meses después, durante los últimos 24 meses. Se mira dentro de cada persona y descontando la temporada: si cuando ella hace más de lo suyo, después gana más de lo suyo. El valor es el de la actividad y el retraso que más dicen; el detalle las trae todas.',
      formula: 'Correlación entre actividad del mes y ganadas k meses después, quitadas la media de cada persona y la de cada mes',
      why: 'El texto de origen pide seguir las actividades que se correlacionan con los resultados, no todas: esta es la lista para elegirlas.',
      rise: 'Una asociación que se mantiene varios periodos merece una prueba: pida a la mitad del equipo más de esa actividad durante un trimestre y compare.',
      fall: 'Cerca de cero, más de lo mismo no trae más ventas. Antes de quitarla, mire si se hace a quien no toca o si solo se anota cuando sale bien.',
      caveats:
        'Es una asociación: tener más tratos da más reuniones y más ventas a la vez. Se prueban 16 combinaciones de actividad y retraso, y por azar alguna saldría: «adjusted» es la probabilidad ya corregida por ello, y «may_be_chance» avisa cuando pasa del 5 %. Las llamadas sin respuesta y las de servicio no cuentan. Cada persona entra desde su primer mes con actividad hasta el último. Con menos de tres personas o de un año, no se fíe. Es informativo: no hay valor bueno ni malo.',
    },
    en: {
      name: 'Activity–outcome association',
      question: 'Which of the team’s activities are followed by more sales?',
      definition:
        'Correlation, from −1 to 1, between how often each person does an activity in a month and what they win that month or up to three months later, over the last 24 months. It looks within each person and takes the season off: when they do more than is usual for them, do they win more than is usual for them later? The value is that of the activity and delay that tell most; the detail has all.',
      formula: 'Correlation of a month’s activity and deals won k months later, each person’s and each month’s mean taken off',
      why: 'The source text asks to follow the activities that correlate with results, not all: this is the list to choose from.',
      rise: 'An association that holds for several periods is worth a trial: have half the team do more of it for a quarter, and compare.',
      fall: 'Near zero, more of the same brings no more sales. Before dropping it, see whether it goes to the wrong people or is only logged when it works.',
      caveats:
        'It is an association: more deals make more meetings and more sales at once. 16 pairs of activity and delay are tried, and some would turn out by chance: "adjusted" is the probability corrected for that, and "may_be_chance" warns when it is above 5 %. Unanswered calls and service do not count. Each person is in from their first month of activity to their last. With fewer than three people or a year, do not trust it. Informational: no value is good or bad.',
    },
  },
  examples: [
    {
      name: 'What is won follows the meetings of the month before',
      given,
      exportedAt: '2024-08-31',
      settings: { kpis: { activity_outcome_correlation: { months: 8, lags: 1 } } },
      query: { from: '2024-01-01', to: '2024-08-31', grain: 'total' },
      expect: [{ start: '2024-01-01', value: 1, n: 21 }],
      because:
        'Each of three people wins in a month as many deals as they had meetings the month before: seven pairs of months each, 21, on a straight line. The same month’s correlation is weaker.',
    },
    {
      name: 'Nobody made calls',
      given,
      exportedAt: '2024-08-31',
      settings: { kpis: { activity_outcome_correlation: { months: 8, lags: 1 } } },
      query: { variant: 'call', from: '2024-01-01', to: '2024-08-31', grain: 'total' },
      expect: [{ start: '2024-01-01', value: null, n: 0, state: 'no_data' }],
      because: 'What does not vary cannot go with anything.',
    },
  ],
});
