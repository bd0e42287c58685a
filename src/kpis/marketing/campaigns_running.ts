import { count, openCount } from '../../metrics/build.ts';
import { all, any, day, isKnown, isNot } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

/** Neither called off nor still a plan. One that is over and does not say since when would run for ever. */
const isReal = all(isNot('status', 'cancelled'), isNot('status', 'planned'), any(isNot('status', 'completed'), isKnown('ends_at')));

/** Both the day it starts and the day it ends count; without an end it goes on. */
const running = (from: string, at: StockMetric['at']): StockMetric => ({
  ...openCount('campaign', { span: { from, to: null }, where: isReal, until: [day('ends_at', 1)] }),
  at,
});

const given: WorkedExample['given'] = {
  campaign: [
    { name: 'Primavera', channel: 'ads', status: 'completed', starts_at: '2024-01-10', ends_at: '2024-01-31' },
    { name: 'Feria', channel: 'event', status: 'completed', starts_at: '2024-01-20T09:00:00Z', ends_at: '2024-02-10T18:00:00Z' },
    { name: 'Boletín', channel: 'email', status: 'active', starts_at: '2023-06-01' },
    { name: 'Verano', channel: 'ads', status: 'planned', starts_at: '2024-03-01', ends_at: '2024-06-30' },
    { name: 'Otoño', channel: 'ads', status: 'cancelled', starts_at: '2024-01-05', ends_at: '2024-12-31' },
    { name: 'Antigua', channel: 'ads', status: 'completed', starts_at: '2022-01-05' },
    { name: 'Prueba', channel: 'ads', status: 'active', starts_at: '2024-01-05', is_test: true },
    { name: 'Sin fecha', channel: 'sms', status: 'active', first_sent_at: '2024-02-15' },
  ],
};
const quarter = { from: '2024-01-01', to: '2024-03-31', grain: 'month' } as const;

export default defineKpi({
  id: 'campaigns_running',
  ref: 'K-002',
  area: 'marketing',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'activity',
  unit: 'count',
  tags: ['marketing', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    closing: {
      label: { es: 'En marcha al cierre', en: 'Running at the close' },
      metric: () => running('starts_at', 'closing'),
    },
    sent: {
      label: { es: 'En marcha al cierre, desde el primer envío', en: 'Running at the close, from the first sending' },
      metric: () => running('first_sent_at', 'closing'),
      needs: ['campaign.first_sent_at'],
    },
    average: {
      label: { es: 'Media diaria del periodo', en: 'Daily mean of the period' },
      metric: () => running('starts_at', 'average'),
    },
    started: {
      label: { es: 'Empezadas en el periodo', en: 'Started in the period' },
      metric: () => count('campaign', { at: 'starts_at', where: all(isNot('status', 'cancelled'), isNot('status', 'planned')) }),
    },
  },
  defaults: ['closing', 'sent'],
  needs: ['campaign.starts_at'],
  terms: [],
  drillBy: ['channel', 'type', 'goal', 'owner.name'],
  grain: 'month',
  minimumSample: 1,
  guards: ['campaign_effectiveness_rank', 'campaign_roi'],
  partner: null,
  decomposition: null,
  seed: 'S4 L29',
  source: 'A stock at the close of the period: started and not over',
  texts: {
    es: {
      name: 'Campañas en ejecución',
      question: '¿Cuántas campañas tenemos en marcha?',
      definition:
        'Campañas que ya han empezado y no han terminado al cierre del periodo. El día en que acaban todavía cuentan; las canceladas y las que siguen en plan, no.',
      formula: 'Número de campañas con inicio hasta el cierre y sin fin anterior a él',
      why: 'Da la carga del equipo y del público: muchas campañas a la vez se pisan y cansan a la misma gente.',
      rise: 'Compruebe que el equipo da abasto y que no van a los mismos contactos: mire bajas y respuestas por campaña. Más campañas no es mejor por sí mismo.',
      fall: 'Vea si es temporada o si faltan campañas para los próximos meses; los leads suelen notarlo algunas semanas después.',
      caveats:
        'Es una foto al cierre: no se suma de mes a mes. El estado es el de hoy, así que una campaña pausada o cancelada hace tiempo no aparece en el pasado como activa. Las terminadas sin fecha de fin no se cuentan. Sin fecha de inicio se usa la del primer envío.',
    },
    en: {
      name: 'Campaigns running',
      question: 'How many campaigns do we have under way?',
      definition:
        'Campaigns begun and not over at the close of the period. The day they end still counts; cancelled ones and mere plans do not.',
      formula: 'Number of campaigns that began by the close and did not end before it',
      why: 'It is the load on the team and on the audience: many campaigns at once tread on each other and tire the same people.',
      rise: 'Make sure the team can cope and that they do not go to the same contacts: look at opt-outs and responses by campaign. More campaigns are not better as such.',
      fall: 'Is it the season, or are campaigns missing for the coming months? Leads tend to feel it some weeks later.',
      caveats:
        'A snapshot at the close: do not add it up over months. The status is today’s, so one paused or cancelled long ago does not show as running in the past. Those completed without an end date are not counted. Without a start date, that of the first sending stands in.',
    },
  },
  examples: [
    {
      name: 'Running at the close of each month',
      given,
      exportedAt: '2024-04-30',
      query: quarter,
      expect: [
        { start: '2024-01-01', value: 3 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 1 },
      ],
      because:
        '31 January: Primavera (its last day), Feria and Boletín. 29 February and 31 March: only Boletín, which has no end. The planned, cancelled and test ones are out, and so is Antigua, over since nobody knows when.',
    },
    {
      name: 'By channel',
      given,
      exportedAt: '2024-04-30',
      query: { ...quarter, to: '2024-01-31', by: ['channel'] },
      expect: [
        { start: '2024-01-01', group: { channel: 'ads' }, value: 1 },
        { start: '2024-01-01', group: { channel: 'event' }, value: 1 },
        { start: '2024-01-01', group: { channel: 'email' }, value: 1 },
      ],
      because: 'One each.',
    },
    {
      name: 'The mean of the days',
      given,
      exportedAt: '2024-04-30',
      query: { ...quarter, to: '2024-01-31', variant: 'average' },
      expect: [{ start: '2024-01-01', value: 65 / 31 }],
      because: 'Boletín 31 days, Primavera 22 (10 to 31), Feria 12 (20 to 31): 65 over 31 days.',
    },
    {
      name: 'Started in the month',
      given,
      exportedAt: '2024-04-30',
      query: { ...quarter, variant: 'started' },
      expect: [
        { start: '2024-01-01', value: 2 },
        { start: '2024-02-01', value: 0, state: 'zero' },
        { start: '2024-03-01', value: 0, state: 'zero' },
      ],
      because: 'Primavera and Feria.',
    },
    {
      name: 'By the first sending where no start is on record',
      given: { campaign: [{ name: 'Sin fecha', status: 'active', first_sent_at: '2024-02-15' }] },
      exportedAt: '2024-04-30',
      query: { ...quarter, to: '2024-02-29' },
      expect: [
        { start: '2024-01-01', value: 0, state: 'zero' },
        { start: '2024-02-01', value: 1 },
      ],
      because: 'It runs from 15 February.',
    },
  ],
});
