import { count, openCount, sumMoney } from '../../metrics/build.ts';
import { all, any, choose, compare, day, isKnown, isNot, isNull } from '../../metrics/expression.ts';
import type { Settings } from '../../model/settings.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { convertible } from '../definitions/lead.ts';
import { defineKpi } from '../kpi.ts';

/** A lead lost and won back since is no longer unconverted. */
const lostOf = (settings: Settings) => {
  const { convertedAt, rows } = convertible(settings);
  const unpaid = isNull(convertedAt);
  const where = settings.glossary.converted === 'source' ? all(unpaid, isNot('status', 'converted')) : unpaid;
  return rows({ at: 'lost_at', where });
};

/** Lost for good as far as is known: a later reopening takes the loss back. */
const lossStands = choose(compare(day('reopened_at'), '>=', day('lost_at')), null, day('lost_at'));
/** Where the source dates neither the loss nor the conversion, nothing says until when the lead was open. */
const lossDated = any(isNot('status', 'lost'), isKnown('lost_at'));
const dated = all(lossDated, any(isNot('status', 'converted'), isKnown('converted_at')));

const rows = {
  lead: [
    { created_at: '2023-12-20', lost_at: '2024-01-10', status: 'lost', estimated_value: 500, source: 'Web' },
    { created_at: '2024-01-03', lost_at: '2024-01-20', status: 'lost', estimated_value: 2000, source: 'Feria' },
    { created_at: '2024-01-03', lost_at: '2024-01-21', status: 'lost', source: 'Web' },
    {
      created_at: '2024-01-03',
      lost_at: '2024-01-22',
      reopened_at: '2024-03-01',
      converted_at: '2024-03-09',
      status: 'converted',
      estimated_value: 9000,
    },
    { created_at: '2024-01-03', lost_at: '2024-01-23', status: 'lost', estimated_value: 9000, is_test: true },
    { created_at: '2024-01-05', status: 'working', estimated_value: 100 },
    { created_at: '2024-02-20', status: 'new' },
    { created_at: '2024-01-06', lost_at: '2024-01-30', reopened_at: '2024-02-15', status: 'working', estimated_value: 300 },
  ],
};

export default defineKpi({
  id: 'unconverted_leads',
  ref: 'K-035',
  area: 'leads',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'failure',
  unit: 'count',
  tags: ['sales', 'market_demand', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    stale_days: {
      default: 60,
      name: { es: 'Días abierto a partir de los que un lead está parado', en: 'Days open after which a lead is stale' },
      between: [1, 1000],
    },
  },
  variants: {
    lost: {
      label: { es: 'Perdidos o descartados en el periodo', en: 'Lost or disqualified in the period' },
      metric: (_, settings) => count(convertible(settings).dataset, lostOf(settings)),
    },
    value: {
      label: { es: 'Valor estimado de los perdidos', en: 'Estimated value of those lost' },
      metric: (_, settings) => sumMoney(convertible(settings).dataset, 'estimated_value', lostOf(settings)),
      unit: 'money',
      needs: ['lead.lost_at', 'lead.estimated_value'],
    },
    stale: {
      label: { es: 'Abiertos y parados al cierre', en: 'Open and stale at the close' },
      metric: ({ stale_days }, settings) => {
        const { dataset, convertedAt, rows } = convertible(settings);
        const { where } = rows({ where: settings.glossary.converted === 'source' ? dated : lossDated });
        return openCount(dataset, {
          span: { from: 'created_at', to: null },
          where,
          since: [day('created_at', stale_days)],
          until: [day(convertedAt), lossStands],
        });
      },
      needs: ['lead.created_at', ['lead.converted_at', 'lead.lost_at', 'lead.status']],
    },
  },
  defaults: ['lost'],
  needs: ['lead.lost_at'],
  terms: ['lead', 'converted'],
  drillBy: ['lost_reason', 'source', 'campaign.name', 'owner.name', 'office'],
  grain: 'month',
  minimumSample: 10,
  guards: ['lead_lost_reasons', 'lead_reactivation_rate', 'lead_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L33',
  source: 'Disqualified and aged leads (Salesforce, HubSpot)',
  texts: {
    es: {
      name: 'Clientes potenciales no convertidos',
      question: '¿Cuántos leads se nos quedan por el camino?',
      definition:
        'Leads que se dieron por perdidos o descartados en el periodo y que no se han convertido después. El valor estimado que se va con ellos y los que siguen abiertos sin resolver son variantes.',
      formula: 'Número de leads perdidos en el periodo y no convertidos',
      why: 'Perdido no quiere decir muerto: es la lista con la que volver a hablar cuando cambie el precio, el producto o la persona que decide.',
      rise: 'Mire si entran más leads (entonces es proporción) o si se descartan antes. Abra las causas por fuente y deje una fecha de nuevo contacto en los que merezcan la pena.',
      fall: 'Compruebe que no se están dejando abiertos para no marcarlos como perdidos: la variante «stale» lo delata.',
      caveats:
        'El texto de origen no dice qué es un lead no convertido: aquí es una decisión anotada, con fecha, y no la simple falta de respuesta. Quien se reabrió y se convirtió deja de contar; quien se reabrió y sigue abierto todavía cuenta en el mes en que se perdió. El valor es el estimado al captar: muchos leads no lo tienen.',
    },
    en: {
      name: 'Unconverted leads',
      question: 'How many leads fall by the wayside?',
      definition:
        'Leads marked as lost or disqualified in the period that have not converted since. The estimated value that goes with them, and those still open and unresolved, are variants.',
      formula: 'Number of leads lost in the period and not converted',
      why: 'Lost is not dead: this is the list to return to when the price, the product or the person who decides changes.',
      rise: 'Are more leads coming in (then look at the rate), or are they dropped sooner? Split the reasons by source, and set a date to try again with those worth it.',
      fall: 'Make sure they are not merely left open so as not to be marked lost: the variant "stale" gives that away.',
      caveats:
        'The source text does not say what an unconverted lead is: here it is a recorded decision with a date, not mere silence. One reopened and converted no longer counts; one reopened and still open counts in the month it was lost. Value is the estimate at entry, which many leads lack.',
    },
  },
  examples: [
    {
      name: 'Lost in the month and not won back',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 4 },
        { start: '2024-02-01', value: 0, state: 'zero' },
      ],
      because:
        'Lost on 10, 20, 21 and 30 January (the last one reopened, not converted). The one lost on the 22nd converted in March; the test is out.',
    },
    {
      name: 'What they might have been worth',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'value', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 2800, n: 3 }],
      because: '500 + 2,000 + 300; the fourth has no estimate.',
    },
    {
      name: 'Open for 60 days and more',
      given: rows,
      exportedAt: '2024-04-30',
      query: { variant: 'stale', from: '2024-01-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 0 },
        { start: '2024-02-01', value: 0 },
        { start: '2024-03-01', value: 2 },
        { start: '2024-04-01', value: 3 },
      ],
      because:
        'On 31 March those of 5 and 6 January (reopened) are 86 and 85 days old; that of 20 February 40. On 30 April it is 70 days old. The others are lost or converted.',
    },
    ...leadCases({
      usual: [{ value: 2 }, 'L5 and L6; L7 converted after all.'],
      reachable: [{ value: 1 }, 'L5 cannot be reached: L6.'],
      first_paid_order: [{ value: 3 }, 'L5, L6 and L7, whose account never ordered.'],
    }),
    ...leadCases(
      {
        usual: [{ value: 2 }, 'On 31 March L2 and L4 are open for 60 days and more; the others converted or are lost.'],
        first_paid_order: [{ value: 4 }, 'L2 and L4, and L3 and L7, whose accounts never ordered; L1’s did on 10 February.'],
      },
      { query: { variant: 'stale', from: '2024-03-01', to: '2024-03-31' } },
    ),
  ],
});
