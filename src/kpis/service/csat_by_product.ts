import { average, proportion } from '../../metrics/build.ts';
import { all, compare, type Expression, field, is, isKnown, isNull } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Metric } from '../../metrics/metric.ts';
import { wilson } from '../../metrics/result/interval.ts';
import { highIsGood, isOnScale } from '../definitions/survey.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const asked = all(is('kind', 'csat'), isOnScale(1, 5), highIsGood);
const satisfied = compare(field('score'), '>=', 4);

/** The product of an answer is its own or, where it names none, that of the ticket it is about. */
const own = { at: 'responded_at', where: all(asked, isKnown('product_id')) };
const ofTicket = {
  at: 'responded_at',
  where: all(asked, isNull('product_id'), isKnown('ticket.product_id')),
  dimensions: { 'product.name': 'ticket.product.name', 'product.category': 'ticket.product.category', product: 'ticket.product' },
};

interface Sums {
  readonly top: number;
  readonly n: number;
}
const sumsOf = (cells: ComputedInput['cells']): Sums => ({
  top: (cells.own?.numerator ?? 0) + (cells.ticket?.numerator ?? 0),
  n: (cells.own?.denominator ?? 0) + (cells.ticket?.denominator ?? 0),
});
const divide = ({ top, n }: Sums): number | null => (n === 0 ? null : top / n);

/** A product beside all others: the detail tells how far it is from them. */
const besideOthers =
  (isShare: boolean) =>
  ({ cells, siblings }: ComputedInput): ComputedResult => {
    const mine = sumsOf(cells);
    const all = siblings.map((sibling) => sumsOf(sibling.cells));
    const others = { top: all.reduce((sum, { top }) => sum + top, 0) - mine.top, n: all.reduce((sum, { n }) => sum + n, 0) - mine.n };
    const value = divide(mine);
    const rest = divide(others);
    const ci = isShare ? wilson(mine.top, mine.n) : null;
    return {
      value,
      numerator: mine.top,
      denominator: mine.n,
      n: mine.n,
      ...(ci ? { ci } : {}),
      detail: { other_products: rest, difference: value === null || rest === null ? null : value - rest },
    };
  };

const byProduct = (inputs: { readonly own: Metric; readonly ticket: Metric }, isShare: boolean): ComputedMetric => ({
  kind: 'computed',
  axis: 'product.name',
  inputs,
  compute: besideOthers(isShare),
});
const share = (rows: { readonly at: string; readonly where: Expression; readonly dimensions?: Readonly<Record<string, string>> }) =>
  proportion('survey_response', { ...rows, part: satisfied });

const answer = (
  id: string,
  value: number | null,
  responded_at: string,
  more: Readonly<Record<string, string | number | boolean>> = {},
) => ({ id, kind: 'csat', scale_min: 1, scale_max: 5, score: value, responded_at, ...more });

const given: WorkedExample['given'] = {
  product: [
    { id: 'P1', name: 'Mesa', category: 'Muebles' },
    { id: 'P2', name: 'Silla', category: 'Muebles' },
    { id: 'P3', name: 'Lámpara', category: 'Luz' },
  ],
  ticket: [
    { id: 'T1', product_id: 'P2' },
    { id: 'T2', product_id: 'P1' },
  ],
  survey_response: [
    answer('R1', 5, '2024-01-02', { product_id: 'P1' }),
    answer('R2', 4, '2024-01-03T10:00:00Z', { product_id: 'P1', ticket_id: 'T1' }),
    answer('R3', 3, '2024-01-04', { product_id: 'P1' }),
    answer('R4', 2, '2024-01-05', { product_id: 'P2' }),
    answer('R5', 1, '2024-01-06', { ticket_id: 'T1' }),
    answer('R6', 5, '2024-01-07', { ticket_id: 'T1' }),
    answer('R7', 5, '2024-01-08'),
    answer('R8', 9, '2024-01-09', { product_id: 'P1', scale_max: 10 }),
    answer('R9', 1, '2024-01-10', { product_id: 'P1', is_test: true }),
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'csat_by_product',
  ref: 'K-104',
  area: 'service',
  band: 'perception',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_satisfaction', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Satisfechos (4 y 5 de 5) de cada producto', en: 'Satisfied (4 and 5 of 5) of each product' },
      metric: () => byProduct({ own: share(own), ticket: share(ofTicket) }, true),
    },
    mean: {
      label: { es: 'Nota media de 1 a 5 de cada producto', en: 'Mean score of 1 to 5 of each product' },
      metric: () =>
        byProduct(
          {
            own: average('survey_response', field('score'), own, [1, 5]),
            ticket: average('survey_response', field('score'), ofTicket, [1, 5]),
          },
          false,
        ),
      unit: 'score',
    },
  },
  defaults: ['default'],
  needs: [
    'survey_response.kind',
    'survey_response.score',
    'survey_response.responded_at',
    ['survey_response.product_id', 'ticket.product_id'],
  ],
  terms: [],
  drillBy: ['product.name', 'product.category', 'touchpoint', 'account.segment', 'account.country'],
  grain: 'quarter',
  minimumSample: 30,
  guards: ['complaints', 'on_time_delivery', 'csat'],
  partner: null,
  decomposition: null,
  seed: 'S3 L45; S0 L33',
  source: 'Top-2-box satisfaction (Delighted, SurveyMonkey) by product',
  texts: {
    es: {
      name: 'Satisfacción por producto',
      question: '¿Qué producto está dejando descontentos a los clientes?',
      definition:
        'Para cada producto, la fracción de respuestas de satisfacción con 4 o 5 sobre 5. El producto es el de la respuesta o, si no lo lleva, el del caso de soporte sobre el que se preguntó.',
      formula: 'Respuestas con 4 o 5 de un producto / respuestas sobre ese producto',
      why: 'Una media general esconde un producto que falla. Separarla avisa a calidad antes de que se note en las ventas.',
      rise: 'Vea qué cambió en ese producto (proveedor, plazo, instalación) y si el cambio sirve para otros.',
      fall: 'Avise a control de calidad con los comentarios delante y mire si a la vez fallan los plazos de entrega: a menudo lo que molesta es la espera. Las ventas suelen seguir a la caída unos meses después.',
      caveats:
        'El texto de origen habla de «índices de satisfacción de un producto» sin dar escala: se usa la de 1 a 5 y los satisfechos. Con pocas respuestas por producto el margen es ancho: compare el intervalo y no solo la cifra. Las respuestas que no se pueden asociar a un producto quedan fuera.',
    },
    en: {
      name: 'Satisfaction index by product',
      question: 'Which product is leaving customers unhappy?',
      definition:
        'For each product, the share of satisfaction answers giving 4 or 5 of 5. The product is that of the answer or, if it names none, that of the support case asked about.',
      formula: 'Answers of 4 or 5 for a product / answers about it',
      why: 'An overall mean hides a product that fails. Splitting it warns quality control before sales feel it.',
      rise: 'See what changed in that product (supplier, delivery, installation) and whether it would help others.',
      fall: 'Tell quality control, comments in hand, and check whether deliveries run late as well: often it is the waiting that annoys. Sales tend to follow the fall some months later.',
      caveats:
        'The source text speaks of a product’s satisfaction indices without a scale: we take that of 1 to 5 and the satisfied. With few answers a product the margin is wide: compare intervals, not only figures. Answers that cannot be tied to a product are left out.',
    },
  },
  examples: [
    {
      name: 'Each product, with the answers about its tickets',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, to: '2024-02-29' },
      expect: [
        { start: '2024-01-01', group: { 'product.name': 'Mesa' }, value: 2 / 3, numerator: 2, denominator: 3, ci: [0.208, 0.939] },
        { start: '2024-01-01', group: { 'product.name': 'Silla' }, value: 1 / 3, numerator: 1, denominator: 3 },
        { start: '2024-02-01', group: { 'product.name': 'Mesa' }, value: null, state: 'no_data' },
      ],
      because:
        'Mesa: 5, 4 and 3 (the answer of 4 names Mesa itself, though its ticket is about Silla): 2/3. Silla: 2, and 1 and 5 by their ticket: 1/3. Without a product, on another scale, test: out.',
    },
    {
      name: 'The mean',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'mean' },
      expect: [
        { start: '2024-01-01', group: { 'product.name': 'Mesa' }, value: 4, numerator: 12, denominator: 3 },
        { start: '2024-01-01', group: { 'product.name': 'Silla' }, value: 8 / 3, numerator: 8, denominator: 3 },
      ],
      because: 'Mesa: (5 + 4 + 3)/3. Silla: (2 + 1 + 5)/3 = 2.67.',
    },
  ],
});
