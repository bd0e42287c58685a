import { count, countDistinct, ratio } from '../../metrics/build.ts';
import { isKnown } from '../../metrics/expression.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { leadsOnly, newLeads } from '../definitions/lead.ts';
import { defineKpi } from '../kpi.ts';

const fromCampaigns = { at: 'created_at', where: isKnown('campaign_id') };

const rows = {
  campaign: [
    { id: 'c1', name: 'Primavera', channel: 'ads' },
    { id: 'c2', name: 'Feria', channel: 'event' },
  ],
  lead: [
    { created_at: '2024-03-02', campaign_id: 'c1', source: 'Anuncios' },
    { created_at: '2024-03-03', campaign_id: 'c1', source: 'Anuncios', status: 'lost' },
    { created_at: '2024-03-04', campaign_id: 'c1', source: 'Web' },
    { created_at: '2024-03-21', campaign_id: 'c2', source: 'Feria' },
    { created_at: '2024-03-22', source: 'Web' },
    { created_at: '2024-03-23', campaign_id: 'c2', source: 'Feria', is_test: true },
    { created_at: '2024-03-24', campaign_id: 'c2', source: 'Feria', deleted_at: '2024-03-25' },
  ],
};

export default defineKpi({
  id: 'leads_by_campaign',
  ref: 'K-012',
  area: 'marketing',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'activity',
  unit: 'count',
  tags: ['marketing', 'marketing_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Leads que vienen de una campaña', en: 'Leads that come from a campaign' },
      metric: (_, settings) => count('lead', leadsOnly(settings, fromCampaigns)),
    },
    average: {
      label: { es: 'Media por campaña con leads', en: 'Mean per campaign that brought any' },
      metric: (_, settings) => {
        const leads = leadsOnly(settings, fromCampaigns);
        return ratio(count('lead', leads), countDistinct('lead', 'campaign_id', leads));
      },
    },
    all: {
      label: { es: 'Todos los leads, también los de ninguna campaña', en: 'All leads, those of no campaign too' },
      metric: (_, settings) => newLeads(settings),
    },
  },
  defaults: ['default'],
  needs: ['lead.created_at', 'lead.campaign_id'],
  terms: ['lead'],
  drillBy: ['campaign.name', 'campaign.channel', 'campaign.type', 'source', 'owner.name'],
  grain: 'month',
  minimumSample: 10,
  guards: ['lead_qualification_rate', 'cpl'],
  partner: 'campaign_effectiveness_rank',
  decomposition: null,
  seed: 'S3 L25',
  source: 'Leads by source campaign (Salesforce, HubSpot)',
  texts: {
    es: {
      name: 'Clientes potenciales por campaña',
      question: '¿Cuántos leads trae cada campaña?',
      definition:
        'Leads creados en el periodo que tienen una campaña de origen, buenos y malos. Se lee abierto por campaña; la media por campaña y el total con los leads sin campaña son variantes.',
      formula: 'Número de leads creados con campaña de origen',
      why: 'Enseña qué campañas mueven gente. Por sí solo no dice si esa gente compra: es actividad, no resultado.',
      rise: 'No lo celebre todavía: mire en la efectividad comparada si esos leads se cualifican. Los sorteos y los regalos multiplican el volumen y casi nunca las ventas.',
      fall: 'Vea si terminó una campaña grande o si una que sigue en marcha se agota. Revise también que los formularios sigan anotando la campaña de origen.',
      caveats:
        'El texto de origen lo pone como ejemplo de medir actividad y pide pasar a la efectividad entre campañas: por eso no se colorea y remite a ella. Cada lead cuenta para la campaña anotada en él, aunque hayan influido otras. Los leads sin campaña quedan fuera salvo en «all».',
    },
    en: {
      name: 'Leads per campaign',
      question: 'How many leads does each campaign bring?',
      definition:
        'Leads created in the period that name a source campaign, good and bad. Read it split by campaign; the mean per campaign and the total including leads without one are variants.',
      formula: 'Number of leads created with a source campaign',
      why: 'It shows which campaigns move people. It does not say whether they buy: this is activity, not a result.',
      rise: 'Hold the applause: check in the effectiveness ranking whether those leads qualify. Prize draws and giveaways multiply volume and hardly ever sales.',
      fall: 'Did a big campaign end, or is a running one wearing out? Also make sure that the forms still record the campaign.',
      caveats:
        'The source text names it as an example of measuring activity and asks to move on to effectiveness between campaigns: hence no colour, and the pointer to that KPI. A lead counts for the campaign recorded on it, though others may have helped. Leads of no campaign are out except in "all".',
    },
  },
  examples: [
    {
      name: 'Leads with a campaign; an empty month is zero',
      given: rows,
      exportedAt: '2024-04-30',
      query: { from: '2024-03-01', to: '2024-04-30', grain: 'month' },
      expect: [
        { start: '2024-03-01', value: 4, n: 4 },
        { start: '2024-04-01', value: 0, state: 'zero' },
      ],
      because: 'Three of Primavera and one of Feria. The one of no campaign, the test and the deleted one are out.',
    },
    {
      name: 'By campaign',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month', by: ['campaign.name'] },
      expect: [
        { start: '2024-03-01', group: { 'campaign.name': 'Primavera' }, value: 3 },
        { start: '2024-03-01', group: { 'campaign.name': 'Feria' }, value: 1 },
      ],
      because: 'Three and one.',
    },
    {
      name: 'The mean per campaign',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'average', from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 2, numerator: 4, denominator: 2 }],
      because: '4 leads of 2 campaigns.',
    },
    {
      name: 'All leads',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'all', from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: 5 }],
      because: 'The four, and the one that came by no campaign.',
    },
    ...leadCases({
      usual: [{ value: 6 }, 'All but L2.'],
      reachable: [{ value: 4 }, 'L1, L4, L6 and L7.'],
    }),
  ],
});
