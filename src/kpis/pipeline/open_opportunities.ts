import { openCount } from '../../metrics/build.ts';
import { is } from '../../metrics/expression.ts';
import { defineKpi } from '../kpi.ts';

const open = openCount('opportunity_span', { where: is('status', 'open') });

export default defineKpi({
  id: 'open_opportunities',
  ref: 'K-038',
  area: 'pipeline',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'activity',
  unit: 'count',
  tags: ['sales', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Al cierre del periodo', en: 'At the close of the period' }, metric: () => open },
    opening: { label: { es: 'Al empezar el periodo', en: 'At the opening of the period' }, metric: () => ({ ...open, at: 'opening' }) },
    average: {
      label: { es: 'Media de los días del periodo', en: 'Mean of the days of the period' },
      metric: () => ({ ...open, at: 'average' }),
    },
  },
  defaults: ['default'],
  needs: ['opportunity.status'],
  terms: [],
  drillBy: ['stage', 'owner.name', 'product.name', 'type', 'account.industry', 'pipeline'],
  grain: 'month',
  minimumSample: 1,
  guards: ['pipeline_value', 'pipeline_credibility'],
  partner: 'opportunity_conversion_rate',
  decomposition: null,
  seed: 'S4 L28',
  source: 'Stock of open deals, rebuilt from their own history',
  texts: {
    es: {
      name: 'Oportunidades abiertas',
      question: '¿Cuántas oportunidades tenemos en marcha?',
      definition:
        'Oportunidades creadas y aún no ganadas ni perdidas al cierre del periodo. Es una foto: la de marzo no se suma con la de abril.',
      formula: 'Número de oportunidades abiertas al cierre del último día',
      why: 'Dice con cuánta materia prima cuenta ventas y si la carga del equipo es manejable.',
      rise: 'Vea si entran más o si se cierran menos. Si envejecen en la misma etapa, limpie: una cartera hinchada tapa la que de verdad se puede ganar.',
      fall: 'Compruebe si se ganan y pierden más deprisa o si entran menos. En el segundo caso, el hueco se notará en las ventas dentro de un ciclo.',
      caveats:
        'Ni más ni menos es mejor: léala con su valor, su antigüedad y la tasa de conversión. Una oportunidad abierta sin fecha de creación cuenta desde la última fecha conocida de los datos, y se avisa.',
    },
    en: {
      name: 'Open opportunities',
      question: 'How many deals are under way?',
      definition: 'Deals created and neither won nor lost at the close of the period. It is a snapshot: March does not add to April.',
      formula: 'Number of deals open at the close of the last day',
      why: 'It tells how much raw material sales has, and whether the team can carry it.',
      rise: 'Are more coming in, or fewer being closed? If they age in the same stage, clean up: a swollen pipeline hides the part that can be won.',
      fall: 'Are they decided faster, or are fewer coming in? If the latter, sales will feel the gap one cycle from now.',
      caveats:
        'Neither more nor less is better: read it with value, age and win rate. An open deal without a date of creation counts from the last date the data reach, and the cell says so.',
    },
  },
  examples: [
    {
      name: 'A snapshot at each month’s close',
      given: {
        opportunity: [
          { created_at: '2024-01-10', status: 'open' },
          { created_at: '2024-01-20', status: 'won', closed_at: '2024-02-29' },
          { created_at: '2024-01-31T23:30:00Z', status: 'open' },
          { created_at: '2024-03-05', status: 'lost', closed_at: '2024-03-20' },
          { status: 'open' },
          { created_at: '2024-01-05', status: 'open', is_test: true },
          { created_at: '2024-01-05', status: 'open', deleted_at: '2024-04-01' },
        ],
      },
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 2 },
        { start: '2024-02-01', value: 2 },
        { start: '2024-03-01', value: 3 },
      ],
      because:
        'January: the first two (23:30 UTC on the 31st is February in Madrid). February: the first and the third; the one won on the 29th is closed by that day’s end. March: those two and the one without a date, which counts from 31 March on; the one opened and lost in March is over.',
    },
    {
      name: 'At the opening',
      given: {
        opportunity: [
          { created_at: '2024-01-10', status: 'open' },
          { created_at: '2024-02-01', status: 'open' },
        ],
      },
      exportedAt: '2024-02-29',
      query: { variant: 'opening', from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [{ start: '2024-02-01', value: 1 }],
      because: 'On the evening of 31 January one was open; the other came on 1 February.',
    },
  ],
});
