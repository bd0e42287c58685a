import { all, compare, type Expression, field, isKnown, isOneOf } from '../../metrics/expression.ts';
import type { ComputedMetric, StockMetric } from '../../metrics/metric.ts';
import { dealModelNeeds, dealsOfThePast, dealWorth, foreseenDeals, sumOfDeals } from '../definitions/deal_forecast.ts';
import { labels } from '../definitions/labels.ts';
import { openDeals, openValue } from '../definitions/opportunity.ts';
import { defineKpi, type Parameter } from '../kpi.ts';

const mix = (
  ideal: StockMetric,
  known: StockMetric,
  deals: StockMetric,
  more: Readonly<Record<string, StockMetric>>,
  detail: (value: (name: string) => number) => Readonly<Record<string, unknown>>,
): ComputedMetric => ({
  kind: 'computed',
  inputs: { ideal, known, deals, ...more },
  compute: ({ cells }) => {
    const value = (name: string): number => cells[name]?.value ?? 0;
    const base = { numerator: value('ideal'), denominator: value('known'), n: value('deals'), detail: detail(value) };
    return value('known') === 0
      ? { value: null, ...base, reasons: [cells.known?.value === null ? 'amount_unknown' : 'denominator_zero'] }
      : { value: value('ideal') / value('known'), ...base };
  },
});

/** The profile learned from what was won: enough of a deal's known characteristics are of those that win more often. */
const learned = (leastFit: number, by: 'value' | 'count'): ComputedMetric => {
  const isKnownFit = isKnown('profile_fit');
  const isIdeal = compare(field('profile_fit'), '>=', leastFit);
  const stock = (where?: Expression): StockMetric =>
    by === 'value' ? sumOfDeals(dealWorth, where) : { ...foreseenDeals, ...(where ? { where } : {}) };
  return mix(stock(isIdeal), stock(isKnownFit), { ...foreseenDeals, where: isKnownFit }, { open: stock() }, (value) => ({
    profile_known: value('open') === 0 ? null : value('known') / value('open'),
  }));
};

interface Profile {
  readonly ideal_types: readonly string[];
  readonly ideal_segments: readonly string[];
  readonly ideal_industries: readonly string[];
  readonly least_amount: number;
}

/** The profile that the company sets: every list it fills and the least amount. Without any, nothing is ideal. */
const stated = (profile: Profile): ComputedMetric => {
  const within = (path: string, values: readonly string[]): Expression[] => (values.length === 0 ? [] : [isOneOf(path, values)]);
  const conditions = [
    ...within('type', profile.ideal_types),
    ...within('account.segment', profile.ideal_segments),
    ...within('account.industry', profile.ideal_industries),
    ...(profile.least_amount > 0 ? [compare(dealWorth, '>=', profile.least_amount)] : []),
  ];
  const base = openValue.where ? [openValue.where] : [];
  const metric = mix({ ...openValue, where: all(...base, ...conditions) }, openValue, openDeals, {}, () => ({ profile }));
  if (conditions.length > 0) return metric;
  return { ...metric, compute: ({ cells }) => ({ value: null, n: cells.deals?.value ?? 0, reasons: ['profile_not_set'] }) };
};

const list = (es: string, en: string) => ({ default: [] as string[], name: { es, en } }) satisfies Parameter;

const open = { status: 'open', created_at: '2023-05-02' };
const rows = {
  account: [
    { id: 'a1', segment: 'Grande' },
    { id: 'a2', segment: 'Pequeña' },
  ],
  opportunity: [
    ...dealsOfThePast,
    { ...open, id: 'x', type: 'new', amount: 3000, account_id: 'a1' },
    { ...open, id: 'y', type: 'expansion', amount: 1000, account_id: 'a1' },
    { ...open, id: 'w', type: 'renewal', amount: 6000, account_id: 'a2' },
    { ...open, id: 'z', type: 'new', amount: 9000, is_test: true },
  ],
};

export default defineKpi({
  id: 'ideal_deal_mix',
  ref: 'K-050',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'quality', 'profitability'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    least_fit: {
      default: 0.6,
      name: {
        es: 'Parte de las características que deben ser de las que más se ganan',
        en: 'Share of characteristics that must be of the winning kind',
      },
      between: [0.1, 1],
    },
    ideal_types: list('Tipos idóneos (variante fijada)', 'Ideal types (stated variant)'),
    ideal_segments: list('Segmentos idóneos (variante fijada)', 'Ideal segments (stated variant)'),
    ideal_industries: list('Sectores idóneos (variante fijada)', 'Ideal industries (stated variant)'),
    least_amount: {
      default: 0,
      name: { es: 'Importe mínimo idóneo (variante fijada)', en: 'Least ideal amount (stated variant)' },
      between: [0, 1e9],
    },
  },
  variants: {
    learned: {
      label: { es: 'Perfil aprendido de lo que se gana, por importe', en: 'Profile learned from what is won, by value' },
      metric: ({ least_fit }) => learned(least_fit, 'value'),
    },
    by_count: { label: labels.byCount, metric: ({ least_fit }) => learned(least_fit, 'count') },
    stated: {
      label: { es: 'Perfil fijado por la empresa, por importe', en: 'Profile that the company states, by value' },
      metric: (profile) => stated(profile),
      needs: ['opportunity.status', 'opportunity.amount'],
    },
  },
  defaults: ['learned'],
  needs: dealModelNeeds,
  terms: [],
  drillBy: ['owner.name', 'stage', 'type', 'account.segment', 'account.industry', 'product.name'],
  grain: 'month',
  minimumSample: 10,
  guards: ['pipeline_value', 'opportunity_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17',
  source: 'Share of open value with the characteristics that get won',
  texts: {
    es: {
      name: 'Proporción de acuerdos idóneos',
      question: '¿Qué parte de la cartera es de la clase que solemos ganar?',
      definition:
        'Valor abierto al cierre del periodo de oportunidades en las que al menos el 60 % de sus características conocidas (tipo, sector, segmento y tamaño del cliente, producto) son de las que se ganan más que la media, entre el valor abierto con características conocidas.',
      formula: 'Valor abierto en el perfil idóneo / valor abierto de perfil conocido',
      why: 'Saber a quién se vende bien no sirve si la cartera se llena de otra cosa.',
      rise: 'La prospección apunta mejor. Compruebe que la conversión la acompaña y que no se abandona un mercado nuevo en el que aún se aprende.',
      fall: 'Mire de dónde viene lo que no encaja: una campaña, una persona, un producto. Ajuste a quién se prospecta antes de pedir más cartera.',
      caveats:
        'El perfil se aprende al empezar cada trimestre de los tratos cerrados hasta entonces; con pocos casos las diferencias se encogen hacia la media. Lo que se ha ganado hasta hoy puede no ser lo que la estrategia quiere: para eso está «stated», con los tipos, segmentos, sectores e importe mínimo que fije la empresa; sin fijar nada no hay valor. Las características del cliente son las de hoy.',
    },
    en: {
      name: 'Right-deal mix',
      question: 'What share of pipeline is of the kind we tend to win?',
      definition:
        'Value open at the close of the period of deals of whose known characteristics (type; industry, segment and size of the customer; product) 60 % or more are of those won more often than all, over the open value of known characteristics.',
      formula: 'Open value within the ideal profile / open value of known profile',
      why: 'Knowing whom one sells to well is of no use if pipeline fills up with something else.',
      rise: 'Prospecting aims better. See that conversion follows, and that no new market is dropped while still being learned.',
      fall: 'See where what does not fit comes from: a campaign, a person, a product. Change whom to prospect before asking for more pipeline.',
      caveats:
        'The profile is learned as each quarter begins from the deals closed by then; with few cases differences shrink to the mean. What was won so far need not be what strategy wants: "stated" takes the types, segments, industries and least amount that the company sets; with none set there is no value. The customer’s characteristics are today’s.',
    },
  },
  examples: [
    {
      name: 'New deals get won, expansions do not',
      given: rows,
      exportedAt: '2023-06-30',
      query: { from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: 0.75, numerator: 3000, denominator: 4000, n: 2 }],
      because:
        'Of 30 past deals 15 were won, all among the 20 new ones. x (3,000) is new, y (1,000) an expansion; of renewals nothing is known, so w does not count. The test deal is out.',
    },
    {
      name: 'By count',
      given: rows,
      exportedAt: '2023-06-30',
      query: { variant: 'by_count', from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'One of two.',
    },
    {
      name: 'The profile that the company states',
      given: rows,
      settings: { kpis: { ideal_deal_mix: { ideal_segments: ['Grande'], least_amount: 2000 } } },
      exportedAt: '2023-06-30',
      query: { variant: 'stated', from: '2023-05-01', to: '2023-05-31', grain: 'month' },
      expect: [{ start: '2023-05-01', value: 0.3, numerator: 3000, denominator: 10_000, n: 3 }],
      because: 'Large customers from 2,000 up: x, of 3,000 + 1,000 + 6,000.',
    },
    {
      name: 'No profile stated, nothing open',
      given: rows,
      exportedAt: '2023-06-30',
      query: { variant: 'stated', from: '2023-04-01', to: '2023-05-31', grain: 'month' },
      expect: [
        { start: '2023-04-01', value: null, state: 'no_data' },
        { start: '2023-05-01', value: null, state: 'no_data' },
      ],
      because: 'Nobody said what is ideal.',
    },
  ],
});
