import {
  activeWithin,
  closesAhead,
  hasAmount,
  hasContact,
  isStageFresh,
  isUnique,
  pushedAtMost,
  shareThat,
} from '../definitions/deal_state.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

const checks = (days: number, pushes: number) => ({
  future_close: closesAhead,
  amount: hasAmount,
  pushes: pushedAtMost(pushes),
  activity: activeWithin(days),
  contact: hasContact,
  not_duplicate: isUnique,
  stage_age: isStageFresh,
});

const open = {
  status: 'open',
  stage: 'Propuesta',
  created_at: '2024-01-05',
  amount: 1000,
  contact_id: 'c1',
  account_id: 'a1',
  expected_close_on: '2024-03-01',
};
const pushes = (record_id: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    entity: 'opportunity',
    record_id,
    field: 'expected_close_on',
    old_value: `2024-02-0${index + 1}`,
    new_value: index + 1 === count ? '2024-03-01' : `2024-02-0${index + 2}`,
    changed_at: `2024-01-1${index + 1}`,
  }));
const ids = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8'];
const rows = {
  account: [{ id: 'a1' }, { id: 'a2' }],
  contact: [{ id: 'c1', account_id: 'a1' }],
  opportunity: [
    { ...open, id: 'o1', name: 'Sound', amount: 3000 },
    { ...open, id: 'o2', name: 'Pushed twice', amount: 2000 },
    { ...open, id: 'o3', name: 'Pushed thrice' },
    { ...open, id: 'o4', name: 'Date gone by', expected_close_on: '2024-01-20' },
    { ...open, id: 'o5', name: 'No contact', contact_id: null },
    { ...open, id: 'o6', name: 'Silent', created_at: '2023-12-20' },
    { ...open, id: 'o7', name: 'SOUND', created_at: '2024-01-06' },
    { ...open, id: 'o8', name: 'Test', is_test: true },
  ],
  field_change: [...pushes('o2', 2), ...pushes('o3', 3)],
  activity: ids.map((id) => ({ type: 'call', opportunity_id: id, occurred_at: id === 'o6' ? '2023-12-31' : '2024-01-25' })),
};

export default defineKpi({
  id: 'pipeline_credibility',
  ref: 'K-049',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    activity_days: {
      default: 30,
      name: { es: 'Días sin actividad que se admiten', en: 'Days without activity allowed' },
      between: [1, 365],
    },
    pushes: {
      default: 2,
      name: { es: 'Retrasos de la fecha de cierre que se admiten', en: 'Times the closing date may be put off' },
      between: [0, 20],
    },
  },
  variants: {
    default: { label: labels.byValue, metric: (p) => shareThat(checks(p.activity_days, p.pushes), 'value') },
    by_count: { label: labels.byCount, metric: (p) => shareThat(checks(p.activity_days, p.pushes), 'count') },
  },
  defaults: ['default'],
  needs: [
    'opportunity.status',
    'opportunity.amount',
    'opportunity.expected_close_on',
    'opportunity.contact_id',
    'activity.opportunity_id',
    'activity.occurred_at',
  ],
  terms: [],
  drillBy: ['owner.name', 'stage', 'type', 'product.name', 'owner.office'],
  grain: 'month',
  minimumSample: 10,
  guards: ['pipeline_value', 'forecast_accuracy'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17',
  source: 'Truth checks on each open deal',
  texts: {
    es: {
      name: 'Credibilidad de la cartera',
      question: '¿Cuánto de la cartera es real?',
      definition:
        'Parte del valor abierto al cierre del periodo que pasa todas las pruebas: fecha de cierre que no ha pasado, importe mayor que cero, fecha retrasada dos veces como mucho, actividad en los últimos 30 días, un contacto asociado, no estar repetida y una edad normal en su etapa.',
      formula: 'Valor abierto que pasa las siete pruebas / valor abierto',
      why: 'El texto de origen lo dice sin rodeos: sin credibilidad, el informe de cartera es irrelevante. Va siempre al lado del valor de la cartera.',
      rise: 'Confirme que es por tratos puestos al día y no por fechas movidas la víspera de la reunión: mire cuántas se retrasaron. Después, espere mejor precisión en la previsión.',
      fall: 'El detalle dice qué prueba falla más. Empiece por las fechas pasadas, que se arreglan en una tarde, y siga por lo que nadie ha tocado en un mes: se cierra o se le pone un paso.',
      caveats:
        'Las pruebas son las de la práctica; plazos y retrasos se pueden cambiar. Repetida es la que tiene la misma cuenta y el mismo nombre que otra anterior aún abierta cuando se creó. Los retrasos se conocen por el historial de cambios: sin él, todas pasan esa prueba. El contacto es el que consta hoy. Las oportunidades sin importe no pesan en el valor: mire también la variante por número.',
    },
    en: {
      name: 'Pipeline credibility',
      question: 'How much of pipeline is real?',
      definition:
        'Share of the value open at the close of the period that passes every check: a closing date not gone by, an amount above zero, a date put off twice at most, activity in the last 30 days, a contact linked, not entered twice and a normal age in its stage.',
      formula: 'Open value that passes all seven checks / open value',
      why: 'The source text puts it bluntly: without credibility a pipeline report is irrelevant. It always stands beside the value of pipeline.',
      rise: 'Make sure it is deals brought up to date and not dates moved on the eve of the meeting: see how many were put off. Then expect a better forecast.',
      fall: 'The detail tells which check fails most. Begin with dates gone by, mended in an afternoon; go on with what nobody touched in a month: close it or give it a step.',
      caveats:
        'The checks are those of practice; days and pushes can be changed. Entered twice is one of the same account and name as an older one still open when it was created. Pushes are known by the history of changes: without it all pass that check. The contact is the one on record today. Deals without an amount weigh nothing by value: look at the variant by count too.',
    },
  },
  examples: [
    {
      name: 'What passes all checks',
      given: rows,
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 5000, denominator: 10_000, n: 7 }],
      because:
        'o1 (3,000) and o2, put off twice (2,000), pass. Out: put off three times, date gone by, no contact, silent for 31 days, and a second deal of the account under the same name. 5,000 of 10,000; the test deal is out.',
    },
    {
      name: 'By count',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'by_count', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 2 / 7, numerator: 2, denominator: 7 }],
      because: 'Two of seven.',
    },
    {
      name: 'Three pushes and 31 days allowed',
      given: rows,
      settings: { kpis: { pipeline_credibility: { pushes: 3, activity_days: 31 } } },
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.7, numerator: 7000 }],
      because: 'o3 and o6 pass too.',
    },
    {
      name: 'Nothing open, no share',
      given: rows,
      exportedAt: '2024-01-31',
      query: { from: '2023-11-01', to: '2023-11-30', grain: 'month' },
      expect: [{ start: '2023-11-01', value: null, denominator: 0, state: 'no_data' }],
      because: 'In November there was no deal yet.',
    },
  ],
});
