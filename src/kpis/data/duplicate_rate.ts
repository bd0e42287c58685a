import { arithmetic, count, input } from '../../metrics/build.ts';
import { all, compare, type Expression, field, is } from '../../metrics/expression.ts';
import type { DerivedMetric, Metric, RatioMetric, StockMetric } from '../../metrics/metric.ts';
import { defineKpi } from '../kpi.ts';

const looked = ['account', 'contact', 'lead'] as const;
type Looked = (typeof looked)[number];

/** The first record of a group is the company or person; those after it are one too many. */
const surplus = compare(field('ordinal'), '>', 1);

const present = (dataset: string, where?: Expression): StockMetric => ({
  kind: 'stock',
  dataset,
  aggregate: 'count',
  span: { from: 'created_at', to: null },
  at: 'closing',
  ...(where ? { where } : {}),
});

const together = (metric: (entity: Looked) => Metric): DerivedMetric => ({
  kind: 'derived',
  expression: arithmetic(arithmetic(input('account'), '+', input('contact')), '+', input('lead')),
  metrics: Object.fromEntries(looked.map((entity) => [entity, { metric: metric(entity) }])),
});

const share = (numerator: Metric, denominator: Metric): RatioMetric => ({ kind: 'ratio', of: 'proportion', numerator, denominator });

const of = (entity: Looked) => () => share(present('duplicate_group', all(surplus, is('entity', entity))), present(entity));

const given = {
  user: [
    { id: 'u1', name: 'Nuria' },
    { id: 'u2', name: 'Hugo' },
  ],
  account: [
    { id: 'a1', created_at: '2024-01-10', name: 'Talleres Navá, S.L.', domain: 'nava.example', owner_id: 'u1' },
    { id: 'a2', created_at: '2024-02-10', name: 'TALLERES NAVA SL', domain: 'www.nava.example', owner_id: 'u2' },
    { id: 'a3', created_at: '2024-02-11', name: 'Talleres Nava', domain: 'nava.example', owner_id: 'u2', is_test: true },
    {
      id: 'a4',
      created_at: '2024-02-12',
      name: 'Nava Talleres, S.L.',
      domain: 'nava.example',
      owner_id: 'u2',
      deleted_at: '2024-02-20',
      merged_into_id: 'a1',
    },
    { id: 'a5', created_at: '2024-01-12', name: 'Hotel Verasol', domain: 'verasol.example', owner_id: 'u1' },
  ],
  lead: [
    { id: 'l1', created_at: '2024-01-15', name: 'Ana Soler Rius', email: 'ana@soler.example', owner_id: 'u1' },
    { id: 'l2', created_at: '2024-01-20', name: 'ana soler', email: 'ANA@soler.example', owner_id: 'u1' },
    { id: 'l3', created_at: '2024-02-15', name: 'Ana Soler', email: 'ana@soler.example', owner_id: 'u2' },
    { id: 'l4', created_at: '2024-02-16', name: 'Hugo Arce', email: 'hugo@arce.example', owner_id: 'u2' },
  ],
};

export default defineKpi({
  id: 'duplicate_rate',
  ref: 'K-123',
  area: 'data',
  band: 'adoption',
  direction: 'down',
  timing: 'leading',
  nature: 'failure',
  unit: 'rate',
  tags: ['quality', 'customer_relationship'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Cuentas, contactos y leads al cierre', en: 'Accounts, contacts and leads at the close' },
      metric: () =>
        share(
          present('duplicate_group', surplus),
          together((entity) => present(entity)),
        ),
    },
    accounts: { label: { es: 'Solo cuentas', en: 'Accounts only' }, metric: of('account'), needs: ['account.created_at'] },
    contacts: { label: { es: 'Solo contactos', en: 'Contacts only' }, metric: of('contact'), needs: ['contact.created_at'] },
    leads: { label: { es: 'Solo leads', en: 'Leads only' }, metric: of('lead'), needs: ['lead.created_at'] },
    entered: {
      label: { es: 'De lo dado de alta en el periodo', en: 'Of what was entered in the period' },
      metric: () =>
        share(
          count('duplicate_group', { at: 'created_at', where: surplus }),
          together((entity) => count(entity, { at: 'created_at' })),
        ),
    },
  },
  defaults: ['default'],
  needs: [['account.created_at', 'contact.created_at', 'lead.created_at']],
  terms: [],
  drillBy: ['owner.name', 'owner.team', 'owner.office'],
  grain: 'month',
  minimumSample: 100,
  guards: ['data_accuracy', 'new_leads'],
  partner: null,
  decomposition: null,
  seed: 'S4 L11',
  source: 'Christen 2012, Data Matching; Winkler 1990',
  texts: {
    es: {
      name: 'Tasa de duplicados',
      question: '¿Cuántas veces está metido el mismo cliente?',
      definition:
        'De las cuentas, contactos y leads que hay al final del periodo, qué parte sobra: los que parecen otro registro ya dado de alta. De un grupo de tres que son el mismo, sobran dos.',
      formula: 'Registros repetidos (todos los de cada grupo menos el primero) / registros',
      why: 'Un cliente repetido recibe dos llamadas, parte su historial en dos y cuenta doble en leads, clientes y conversión.',
      rise: 'Mire quién y por dónde entran: formulario web sin comprobación, importación de una feria, comerciales que no buscan antes de crear. La variante «de lo dado de alta en el periodo» dice si es de ahora.',
      fall: 'Si baja por fusiones, enhorabuena; compruebe que también baja lo que entra nuevo. Si baja porque se borran registros, puede haberse perdido historial.',
      caveats:
        'Son duplicados probables, no confirmados: coinciden NIF, dominio, correo, teléfono o el nombre se parece, y nada lo desmiente (dos NIF distintos son dos empresas; una sede y su matriz no se cuentan). Se tienen en cuenta las formas societarias (S.L., S.A., S.L.U.…) y los acentos. Las parejas y sus razones se ven en «cuadro check». Los ya fusionados no cuentan en ninguna fecha, así que el pasado se ve mejor de lo que estaba. Se busca dentro de cada origen, no entre orígenes, y un lead no se compara con contactos.',
    },
    en: {
      name: 'Duplicate rate',
      question: 'How many times is the same customer in the system?',
      definition:
        'Of the accounts, contacts and leads present at the end of the period, the part that is one too many: those that look like another record entered before. Of three records that are one, two are surplus.',
      formula: 'Surplus records (all of a group but the first) / records',
      why: 'A customer entered twice gets two calls, has a history cut in two and counts double in leads, customers and conversion.',
      rise: 'See who enters them and which way: a web form without a look-up, the import of a trade fair, reps who do not search before they create. The variant "of what was entered in the period" says whether it is recent.',
      fall: 'If merging lowered it, well done; make sure that what comes in falls too. If records were deleted, history may have gone with them.',
      caveats:
        'They are likely duplicates, not confirmed ones: tax number, domain, e-mail or telephone agree, or the names resemble, and nothing speaks against it (two tax numbers are two companies; a site and its parent do not count). Legal forms (S.L., S.A., Ltd…) and accents are allowed for. Pairs and reasons are in "cuadro check". Those already merged count on no date, so the past looks better than it was. Each source is searched by itself, and leads are not compared with contacts.',
    },
  },
  examples: [
    {
      name: 'one account and two leads are one too many',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 / 4, numerator: 1, denominator: 4 },
        { start: '2024-02-01', value: 3 / 7, numerator: 3, denominator: 7 },
      ],
      because:
        'End of January: accounts a1, a5 and leads l1, l2; l2 repeats l1 (same e-mail): 1/4. End of February a2 (same domain and name as a1) and l3 are added as repeats, l4 as new: 3 of 7. The test account and the merged one are out.',
    },
    {
      name: 'accounts only',
      given,
      exportedAt: '2024-02-29',
      query: { variant: 'accounts', from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [{ start: '2024-02-01', value: 1 / 3, numerator: 1, denominator: 3 }],
      because: 'a2 of a1, a2, a5.',
    },
    {
      name: 'of what was entered, by who entered it',
      given,
      exportedAt: '2024-03-31',
      query: { variant: 'entered', from: '2024-02-01', to: '2024-03-31', grain: 'month', by: ['owner.name'] },
      expect: [
        { start: '2024-02-01', group: { 'owner.name': 'Hugo' }, value: 2 / 3, numerator: 2, denominator: 3 },
        { start: '2024-03-01', group: { 'owner.name': 'Hugo' }, value: null, numerator: 0, denominator: 0 },
      ],
      because: 'In February Hugo entered a2, l3 and l4, two of them repeats. In March nobody entered anything.',
    },
  ],
});
