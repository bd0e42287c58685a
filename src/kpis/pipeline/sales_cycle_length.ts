import { duration } from '../../metrics/build.ts';
import { all, any, is, isKnown, isNot, isNull } from '../../metrics/expression.ts';
import { durationVariants, labels } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

const cycle = { dataset: 'opportunity', start: 'created_at', end: 'closed_at', unit: 'day', time: 'calendar' } as const;
const won = is('status', 'won');
/** Won on a known date, or not decided yet; a deal lost will never be won, however long one waits. */
const wonOrOpen = any(all(won, isKnown('closed_at')), all(isNot('status', 'won'), isNot('status', 'lost'), isNull('closed_at')));
const fromLead = duration({ ...cycle, start: 'lead.created_at', where: won });

const { median, mean, p75, p90, km_median } = durationVariants({ ...cycle, where: won, open: wonOrOpen });
const leadNeeds = ['opportunity.closed_at', 'opportunity.status', 'opportunity.lead_id', 'lead.created_at'];

const rows = {
  product: [
    { id: 'p1', name: 'Básico' },
    { id: 'p2', name: 'Pro' },
  ],
  lead: [
    { id: 'l1', created_at: '2024-01-01' },
    { id: 'l2', created_at: '2024-01-05' },
  ],
  opportunity: [
    { created_at: '2024-01-11', status: 'won', closed_at: '2024-01-21', lead_id: 'l1', product_id: 'p1' },
    { created_at: '2024-01-05', status: 'won', closed_at: '2024-01-25', lead_id: 'l2', product_id: 'p1' },
    { created_at: '2024-01-01', status: 'won', closed_at: '2024-01-31', product_id: 'p2' },
    { created_at: '2024-01-01', status: 'lost', closed_at: '2024-01-06', product_id: 'p2' },
    { created_at: '2024-01-02', status: 'open', product_id: 'p2' },
    { created_at: '2024-01-20', status: 'won', closed_at: '2024-01-21', product_id: 'p2', is_test: true },
  ],
};

export default defineKpi({
  id: 'sales_cycle_length',
  ref: 'K-055',
  area: 'pipeline',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'progress',
  unit: 'days',
  tags: ['customer_relationship', 'sales', 'work_effectiveness', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    median,
    mean,
    p75,
    p90,
    km_median,
    lost: {
      label: { es: 'Mediana hasta perder', en: 'Median until lost' },
      metric: () => duration({ ...cycle, where: is('status', 'lost') })('median'),
    },
    from_lead: {
      label: { es: 'Mediana desde la entrada del lead', en: 'Median from the lead’s arrival' },
      metric: () => fromLead('median'),
      needs: leadNeeds,
    },
    seed: { label: labels.seed, metric: () => fromLead('mean'), needs: leadNeeds },
  },
  defaults: ['median'],
  needs: ['opportunity.created_at', 'opportunity.closed_at', 'opportunity.status'],
  terms: [],
  drillBy: ['product.name', 'quantity', 'owner.name', 'type', 'account.size'],
  grain: 'month',
  minimumSample: 20,
  guards: ['opportunity_conversion_rate', 'avg_opportunity_value'],
  partner: null,
  decomposition: null,
  seed: 'S1#20; S2 L15; S3 L36',
  source: 'Days from opening to winning; Kaplan and Meier (1958) for deals still open',
  texts: {
    es: {
      name: 'Duración del ciclo de ventas (SCL)',
      question: '¿Cuánto tardamos en cerrar una venta?',
      definition:
        'Días desde que se crea la oportunidad hasta que se gana, de las ganadas en el periodo. La mediana: la mitad tarda menos.',
      formula: 'Mediana de (fecha de cierre − fecha de creación) de las ganadas',
      why: 'Dice con cuánta antelación hay que llenar la cartera y dónde se va el tiempo. Acortarla es vender más con el mismo equipo.',
      rise: 'Sepárela por producto y por tamaño antes de alarmarse: vender cosas más complejas lleva más tiempo. Si sube en el mismo producto, mire qué etapa se alarga.',
      fall: 'Vea si se gana antes o si se han descartado los tratos largos; el valor medio lo delata. Si es mejora, documente qué se hizo.',
      caveats:
        'El texto de origen arranca cuando «entra el cliente» y usa la media: es la variante «seed», desde el lead. La media la estiran pocos casos. Mirar solo las ganadas ignora las que siguen abiertas: «km_median» las cuenta, por fecha de creación, y deja fuera las perdidas, que tienen su propia variante.',
    },
    en: {
      name: 'Sales cycle length',
      question: 'How long does a sale take?',
      definition: 'Days from the deal’s creation to its being won, for deals won in the period. The median: half take less.',
      formula: 'Median of (closing date − creation date) of won deals',
      why: 'It tells how far ahead the pipeline must be filled and where time goes. Shortening it is selling more with the same team.',
      rise: 'Split by product and size before worrying: complex things take longer to sell. If one and the same product takes longer, find the stage that stretches.',
      fall: 'Are deals won sooner, or were the long ones dropped? Average value gives it away. If it is a gain, write down what was done.',
      caveats:
        'The source text begins when the customer comes in and takes the mean: that is the variant "seed", from the lead. A few cases stretch a mean. Won deals alone ignore those still open: "km_median" counts them, by date of creation, and leaves out the lost, which have their own variant.',
    },
  },
  examples: [
    {
      name: 'The median of the deals won',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 20, n: 3 },
        { start: '2024-02-01', value: null, state: 'no_data' },
      ],
      because: '10, 20 and 30 days by dates; lost, open and test deals are out. February won none.',
    },
    {
      name: 'By product',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'mean', from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['product.name'] },
      expect: [
        { start: '2024-01-01', group: { 'product.name': 'Básico' }, value: 15, n: 2 },
        { start: '2024-01-01', group: { 'product.name': 'Pro' }, value: 30, n: 1 },
      ],
      because: '(10 + 20) / 2 and 30.',
    },
    {
      name: 'The source text: the mean from the lead’s arrival',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'seed', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 20, n: 2 }],
      because: 'Lead of 1 January to 21 January: 20 days; lead of the 5th to the 25th: 20. The third came without a lead.',
    },
    {
      name: 'Losing is quicker',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'lost', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 5, n: 1 }],
      because: 'One lost deal, 1 to 6 January.',
    },
    {
      name: 'Counting those still open, the typical deal takes longer',
      given: {
        opportunity: [
          { created_at: '2024-01-01', status: 'won', closed_at: '2024-01-11' },
          { created_at: '2024-01-01', status: 'won', closed_at: '2024-01-21' },
          { created_at: '2024-01-01', status: 'won', closed_at: '2024-02-10' },
          { created_at: '2024-01-01', status: 'open' },
          { created_at: '2024-01-02', status: 'open' },
          { created_at: '2024-01-02', status: 'lost', closed_at: '2024-01-03' },
        ],
      },
      exportedAt: '2024-03-24',
      query: { variant: 'km_median', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 40 }],
      because:
        'Of five not lost, won after 10, 20 and 40 days, two open for over 80. Not yet won after 10 days 80 %, after 20 60 %, after 40 40 %: half is passed at 40. The median of the won alone is 20.',
    },
    {
      name: 'With times on both ends, elapsed time; with a date on either, days',
      given: {
        opportunity: [
          { created_at: '2024-01-01T08:00:00Z', status: 'won', closed_at: '2024-01-02T20:00:00Z' },
          { created_at: '2024-01-01T08:00:00Z', status: 'won', closed_at: '2024-01-03' },
        ],
      },
      exportedAt: '2024-01-31',
      query: { variant: 'mean', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 1.75, n: 2 }],
      because: '36 hours are 1.5 days; 1 to 3 January are 2 days. (1.5 + 2) / 2.',
    },
  ],
});
