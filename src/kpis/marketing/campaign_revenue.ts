import { attributed, attributionModel } from '../definitions/campaign.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const models = {
  first: { es: 'Todo al primer contacto', en: 'All to the first touch' },
  last: { es: 'Todo al último contacto', en: 'All to the last touch' },
  linear: { es: 'A partes iguales', en: 'Evenly' },
  position: {
    es: '40 % al primero, 40 % al último, el resto entre los demás',
    en: '40 % to the first, 40 % to the last, the rest between',
  },
} as const;

const given: WorkedExample['given'] = {
  campaign: [
    { id: 'ads', name: 'Anuncios', channel: 'ads' },
    { id: 'fair', name: 'Feria', channel: 'event' },
    { id: 'mail', name: 'Boletín', channel: 'email' },
  ],
  opportunity: [
    { id: 'o1', contact_id: 'p', status: 'won', closed_at: '2024-04-10', amount: 1000 },
    { id: 'o2', campaign_id: 'fair', status: 'won', closed_at: '2024-04-20', amount: 200 },
    { id: 'o3', contact_id: 'p', status: 'lost', closed_at: '2024-04-10', amount: 5000 },
    { id: 'o4', status: 'won', closed_at: '2024-04-12', amount: 300 },
    { id: 'o5', campaign_id: 'fair', status: 'won', closed_at: '2024-04-20', amount: 7000, is_test: true },
  ],
  touch: [
    { contact_id: 'p', campaign_id: 'ads', channel: 'ads', occurred_at: '2024-01-20' },
    { contact_id: 'p', campaign_id: 'fair', channel: 'event', occurred_at: '2024-02-20' },
    { contact_id: 'p', campaign_id: 'ads', channel: 'ads', occurred_at: '2024-01-02' },
    { contact_id: 'p', campaign_id: 'ads', channel: 'ads', occurred_at: '2024-04-11' },
  ],
  campaign_message: [
    { contact_id: 'p', campaign_id: 'mail', sent_at: '2024-03-20', clicked_at: '2024-03-20' },
    { contact_id: 'p', campaign_id: 'ads', sent_at: '2024-03-21', clicked_at: '2024-03-21', is_machine_click: true },
  ],
};
const april = { from: '2024-04-01', to: '2024-04-30', grain: 'month' as const, by: ['campaign.name'] };
const cell = (name: string, value: number) => ({ start: '2024-04-01', group: { 'campaign.name': name }, value });

export default defineKpi({
  id: 'campaign_revenue',
  ref: 'K-009',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'money',
  tags: ['marketing', 'marketing_effectiveness', 'revenue'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { model: attributionModel },
  variants: {
    default: {
      label: { es: 'Con el modelo de atribución elegido', en: 'Under the chosen attribution model' },
      metric: ({ model }) => attributed('amount', model),
    },
    first: { label: models.first, metric: () => attributed('amount', 'first') },
    last: { label: models.last, metric: () => attributed('amount', 'last') },
    linear: { label: models.linear, metric: () => attributed('amount', 'linear') },
    position: { label: models.position, metric: () => attributed('amount', 'position') },
  },
  defaults: ['default'],
  needs: [
    'opportunity.status',
    'opportunity.closed_at',
    'opportunity.amount',
    ['touch.campaign_id', 'campaign_message.clicked_at', 'opportunity.campaign_id'],
  ],
  terms: [],
  drillBy: ['campaign.name', 'channel', 'campaign.type', 'owner.name', 'account.segment'],
  grain: 'month',
  minimumSample: 10,
  guards: ['campaign_roi', 'total_sales'],
  partner: null,
  decomposition: null,
  seed: 'S4 L29',
  source: 'Attributed won revenue by first, last, linear and position-based attribution (W-shaped models left out)',
  texts: {
    es: {
      name: 'Ingresos generados por campañas',
      question: '¿Cuánto vendemos gracias a las campañas?',
      definition:
        'Importe de las oportunidades ganadas en el periodo que se atribuye a campañas, por los contactos que tuvo el cliente con ellas en los 90 días anteriores al cierre. El modelo reparte cada venta entre campañas; por defecto, a partes iguales.',
      formula: 'Σ importe ganado × parte que corresponde a campañas según el modelo',
      why: 'Une marketing con la caja: qué campañas estuvieron detrás de las ventas y cuáles solo hicieron ruido.',
      rise: 'Ábralo por campaña y compárelo con lo que costó: el ROI manda más que el importe. Una sola venta grande puede explicar la subida.',
      fall: 'Mire si se vende menos o si se vende lo mismo con menos contactos anotados: un formulario que deja de apuntar la campaña hace caer esta cifra sin que cambie nada.',
      caveats:
        'El texto de origen no dice cómo repartir una venta con varios contactos. Modelos distintos son indicadores distintos: no compare cifras de uno y otro. Todos miden presencia, no causa: parte se habría vendido igual. Cuentan contactos registrados y clics de personas; sin ellos, la campaña que figure en la oportunidad. Lo ganado sin ninguna campaña no entra.',
    },
    en: {
      name: 'Campaign-generated revenue',
      question: 'How much do we sell thanks to campaigns?',
      definition:
        'The part of the deals won in the period that is attributed to campaigns, by the touches the customer had with them in the 90 days before the closing. The model shares each sale among campaigns; evenly by default.',
      formula: 'Σ amount won × the share that campaigns get under the model',
      why: 'It ties marketing to the till: which campaigns stood behind sales, and which merely made noise.',
      rise: 'Split it by campaign and set it against what each cost: return matters more than the amount. One big sale may explain the rise.',
      fall: 'Is less being sold, or the same with fewer touches on record? A form that stops recording the campaign makes this fall with nothing changed.',
      caveats:
        'The source text does not say how to share a sale with several touches. Different models are different indicators: do not compare one’s figure with another’s. All of them measure presence, not cause: some would have been sold anyway. Recorded touches and clicks by people count; without any, the campaign named on the deal. What was won without a campaign is out.',
    },
  },
  examples: [
    {
      name: 'Evenly among three touches; the whole of what campaigns had a part in',
      given,
      exportedAt: '2024-05-31',
      query: { from: '2024-04-01', to: '2024-05-31', grain: 'month' },
      expect: [
        { start: '2024-04-01', value: 1200 },
        { start: '2024-05-01', value: 0, state: 'zero' },
      ],
      because: '1,000 (with touches) + 200 (the deal names its campaign). Lost, of no campaign and test deals are out.',
    },
    {
      name: 'Linear',
      given,
      exportedAt: '2024-05-31',
      query: april,
      expect: [cell('Anuncios', 333.3333), cell('Feria', 533.3334), cell('Boletín', 333.3333)],
      because:
        'Of 1,000 a third each to the ad of 20 January (81 days before), the fair and the newsletter; that of 2 January (99 days), that after the closing and the machine’s click are out. Feria has o2’s 200 besides.',
    },
    {
      name: 'Attributes of today do not move a sale to the campaign named on the deal',
      given,
      exportedAt: '2024-05-31',
      query: { ...april, attributes: 'now', variant: 'last' },
      expect: [cell('Boletín', 1000), cell('Feria', 200)],
      because: 'o1 names no campaign; the campaign is that of the share, whatever the attributes.',
    },
    {
      name: 'First touch',
      given,
      exportedAt: '2024-05-31',
      query: { ...april, variant: 'first' },
      expect: [cell('Anuncios', 1000), cell('Feria', 200)],
      because: 'All of o1 to the first touch.',
    },
    {
      name: 'Last touch',
      given,
      exportedAt: '2024-05-31',
      query: { ...april, variant: 'last' },
      expect: [cell('Boletín', 1000), cell('Feria', 200)],
      because: 'All of o1 to the last.',
    },
    {
      name: 'By position, as the workspace’s own model',
      given,
      settings: { kpis: { campaign_revenue: { model: 'position' } } },
      exportedAt: '2024-05-31',
      query: april,
      expect: [cell('Anuncios', 400), cell('Feria', 400), cell('Boletín', 400)],
      because: '40 % to the first, 40 % to the last and 20 % to the fair, which has 200 of its own.',
    },
  ],
});
