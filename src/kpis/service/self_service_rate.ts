import { proportion } from '../../metrics/build.ts';
import { is, isKnown } from '../../metrics/expression.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const byCustomer = is('resolved_by', 'customer');

const given: WorkedExample['given'] = {
  ticket: [
    { id: 'T1', opened_at: '2024-02-01', resolved_at: '2024-02-02', resolved_by: 'customer' },
    { id: 'T2', opened_at: '2024-02-03T10:00:00Z', resolved_at: '2024-02-03T10:20:00Z', resolved_by: 'customer' },
    { id: 'T3', opened_at: '2024-02-05', resolved_at: '2024-02-06', resolved_by: 'agent' },
    { id: 'T4', opened_at: '2024-02-10' },
    { id: 'T5', opened_at: '2024-02-11', resolved_at: '2024-02-12', resolved_by: null },
    { id: 'T6', opened_at: '2024-02-12', resolved_at: '2024-02-12', resolved_by: 'customer', is_test: true },
  ],
};

export default defineKpi({
  id: 'self_service_rate',
  ref: 'K-091',
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
      label: { es: 'Sobre los problemas resueltos', en: 'Of the issues resolved' },
      metric: () => proportion('ticket', { at: 'resolved_at', where: isKnown('resolved_by'), part: byCustomer }),
    },
    seed: { label: labels.seed, metric: () => proportion('ticket', { at: 'opened_at', part: byCustomer }) },
  },
  defaults: ['default'],
  needs: ['ticket.resolved_at', 'ticket.resolved_by'],
  terms: [],
  drillBy: ['topic', 'product.name', 'channel', 'account.segment'],
  grain: 'month',
  minimumSample: 30,
  guards: ['ces', 'csat', 'fcr'],
  partner: null,
  decomposition: null,
  seed: 'S1#7',
  source: 'Someka, 26 CRM KPIs; TSIA (self-service success)',
  texts: {
    es: {
      name: 'Tasa de autoservicio',
      question: '¿Qué parte de los problemas resuelve el propio cliente, sin ayuda?',
      definition:
        'De los problemas resueltos en el periodo, la fracción que resolvió el cliente por su cuenta (ayuda en línea, asistente, foro). Los que no dicen quién los resolvió quedan fuera.',
      formula: 'Resueltos por el cliente / (resueltos por el cliente + resueltos por el equipo)',
      why: 'Un producto claro y una buena ayuda evitan el contacto: el cliente acaba antes y el equipo se dedica a lo difícil.',
      rise: 'Bien si el esfuerzo y la satisfacción no empeoran; si empeoran, quizá solo se ha hecho más difícil hablar con una persona.',
      fall: 'Vea qué temas han dejado de resolverse solos: un artículo desfasado o un cambio del producto suelen explicarlo.',
      caveats:
        'El texto de origen la llama «calificación» del cliente, pero su fórmula es una proporción; la facilidad percibida se mide con el CES. Divide por los problemas «comunicados», donde faltan los que el cliente resolvió sin comunicarlos: esa cuenta es su variante. No dice si debe ser alta o baja: la tomamos como «mejor alta».',
    },
    en: {
      name: 'Self-service rate',
      question: 'What share of the issues do customers solve by themselves?',
      definition:
        'Of the issues resolved in the period, the share that the customer resolved alone (help pages, assistant, forum). Issues that do not say who resolved them are out.',
      formula: 'Resolved by the customer / (resolved by the customer + resolved by the team)',
      why: 'A clear product and good help make contact needless: the customer is done sooner, the team works on what is hard.',
      rise: 'Good if effort and satisfaction do not suffer; if they do, reaching a person may only have become harder.',
      fall: 'See which topics are no longer solved alone: an outdated article or a change in the product mostly explains it.',
      caveats:
        'The source text calls it a rating by the customer, yet its formula is a ratio; perceived ease is measured by CES. It divides by issues "reported", which lack those solved without reporting them: that sum is its variant. It gives no direction: we take high as better.',
    },
  },
  examples: [
    {
      name: 'of those resolved, by whom',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-02-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-02-01', value: 2 / 3, numerator: 2, denominator: 3 },
        { start: '2024-03-01', value: null, numerator: 0, denominator: 0 },
      ],
      because: 'February: T1 and T2 by the customer, T3 by an agent: 2/3. T4 is open, T5 does not say, T6 is a test. March: none resolved.',
    },
    {
      name: 'the text divides by all issues reported',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month', variant: 'seed' },
      expect: [{ start: '2024-02-01', value: 0.4, numerator: 2, denominator: 5 }],
      because: 'Reported in February: T1–T5; solved by the customer: 2. 2/5.',
    },
  ],
});
