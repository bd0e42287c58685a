import { member } from '../choice.ts';
import type { Pack } from '../pack.ts';

export const realEstate: Pack = {
  id: 'real_estate',
  name: { es: 'Inmobiliaria', en: 'Real estate' },
  phrases: ['inmobiliaria', 'inmobiliario', 'inmuebles', 'promotora', 'vivienda', 'real estate', 'property', 'housing', 'estate agency'],
  kpis: [
    member('qualified_leads', 'Hay muchos curiosos y pocos compradores.', 'There are many onlookers and few buyers.'),
    member(
      'first_response_time',
      'El interesado escribe a varias agencias a la vez.',
      'Interested people write to several agencies at once.',
    ),
    member(
      'funnel_stage_conversion',
      'Contacto, visita, oferta, arras: dónde se para.',
      'Contact, viewing, offer, deposit: where it stops.',
    ),
    member('sales_cycle_length', 'Cada mes de más es un inmueble parado.', 'Each further month is a property standing idle.'),
    member('cost_per_opportunity', 'Los portales cobran por contacto, no por visita.', 'Portals charge per contact, not per viewing.'),
    member('opportunity_lost_reasons', 'Precio, zona o financiación.', 'Price, area or financing.'),
    member('campaign_effectiveness_rank', 'Qué portal trae compradores.', 'Which portal brings buyers.'),
    member('rep_performance', 'El negocio lo hacen los agentes.', 'Agents make the business.'),
    member('lead_reactivation_rate', 'Quien no encontró sigue buscando.', 'Those who found nothing are still looking.'),
    member('nps', 'Se compra pocas veces; se recomienda muchas.', 'People buy seldom and recommend often.'),
  ],
};
