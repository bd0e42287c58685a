import { arithmetic, count, input } from '../../metrics/build.ts';
import { defineKpi } from '../kpi.ts';

const subscribed = count('contact', { at: 'subscribed_at' });
const unsubscribed = count('contact', { at: 'unsubscribed_at' });

const rows = {
  contact: [
    { subscribed_at: '2024-01-05', source: 'Web' },
    { subscribed_at: '2024-01-10T09:00:00Z', unsubscribed_at: '2024-02-02', source: 'Web' },
    { subscribed_at: '2024-01-20', source: 'Anuncios' },
    { subscribed_at: '2024-02-20', source: 'Anuncios' },
    { subscribed_at: '2023-06-01', unsubscribed_at: '2024-02-15', source: 'Web' },
    { source: 'Web', created_at: '2024-01-07' },
    { subscribed_at: '2024-01-21', source: 'Web', is_test: true },
    { subscribed_at: '2024-01-22', source: 'Web', deleted_at: '2024-01-23', merged_into_id: '1', delete_kind: 'merged' },
  ],
};

export default defineKpi({
  id: 'new_subscribers',
  ref: 'K-017',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'count',
  tags: ['sales', 'digital_marketing', 'marketing_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Altas', en: 'Sign-ups' },
      metric: () => subscribed,
    },
    net: {
      label: { es: 'Altas menos bajas', en: 'Sign-ups less opt-outs' },
      metric: () => ({
        kind: 'derived',
        expression: arithmetic(input('in'), '-', input('out')),
        metrics: { in: { metric: subscribed }, out: { metric: unsubscribed } },
      }),
      needs: ['contact.subscribed_at', 'contact.unsubscribed_at'],
    },
  },
  defaults: ['default'],
  needs: ['contact.subscribed_at'],
  terms: [],
  drillBy: ['source', 'country', 'account.segment', 'owner.name'],
  grain: 'month',
  minimumSample: 10,
  guards: ['cpa', 'new_customers'],
  partner: null,
  decomposition: null,
  seed: 'S1#3,#8,#11',
  source: 'Sign-ups that have not paid yet: the acquisition of the source text',
  texts: {
    es: {
      name: 'Nuevos suscriptores',
      question: '¿Cuánta gente se suscribe o se registra?',
      definition:
        'Contactos que se dieron de alta en el periodo, hayan pagado o no. Quien se da de baja después sigue contando en su mes de alta; el saldo es la variante «net».',
      formula: 'Número de contactos con fecha de alta en el periodo',
      why: 'Es el paso entre visitar y comprar, y la prueba más rápida de si el tráfico que se paga trae a alguien interesado.',
      rise: 'Compárelo con el tráfico y con el coste por alta. Después siga a ese grupo: una lista que crece y no compra solo encarece los envíos.',
      fall: 'Si el tráfico sube y las altas no, quizá no merezca la pena pagar por esa publicidad. Revise el formulario, lo que se ofrece a cambio y de qué fuente viene la caída.',
      caveats:
        'El texto de origen llama a esto «adquisición»: alguien que inicia una suscripción y todavía no ha gastado. No son clientes nuevos, que se cuentan aparte. Los contactos duplicados lo inflan; quien se da de baja y vuelve solo conserva su última alta.',
    },
    en: {
      name: 'New subscribers',
      question: 'How many people subscribe or register?',
      definition:
        'Contacts who signed up in the period, whether or not they have paid. Someone who opts out later still counts in the month of signing up; the balance is the variant "net".',
      formula: 'Number of contacts whose sign-up date falls in the period',
      why: 'The step between visiting and buying, and the quickest test of whether paid traffic brings anybody interested.',
      rise: 'Compare it with traffic and with the cost per sign-up. Then follow the group: a list that grows and does not buy only makes mailings dearer.',
      fall: 'If traffic rises and sign-ups do not, that advertising may not be worth paying for. Check the form, what is offered in return, and the source behind the fall.',
      caveats:
        'The source text calls this "acquisition": someone who starts a subscription and has not spent yet. They are not new customers, which are counted apart. Duplicate contacts inflate it; someone who leaves and returns keeps only the last sign-up.',
    },
  },
  examples: [
    {
      name: 'Sign-ups, whatever came of them',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 3 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 0, state: 'zero' },
      ],
      because:
        'January: three, the one who left in February among them. The contact who never subscribed, the test and the merged one are out.',
    },
    {
      name: 'Less those who left',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'net', from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 3 },
        { start: '2024-02-01', value: -1 },
      ],
      because: 'February: one came, two left.',
    },
    {
      name: 'By source',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['source'] },
      expect: [
        { start: '2024-01-01', group: { source: 'Web' }, value: 2 },
        { start: '2024-01-01', group: { source: 'Anuncios' }, value: 1 },
      ],
      because: 'Two by the web, one by ads.',
    },
  ],
});
