import { member } from '../choice.ts';
import type { Role } from '../role.ts';

export const marketing: Role = {
  id: 'marketing',
  name: { es: 'Marketing', en: 'Marketing' },
  phrases: ['marketing', 'mercadotecnia', 'comunicación', 'CMO', 'demand generation'],
  kpis: [
    member('qualified_leads', 'Lo que se entrega a ventas.', 'What is handed to sales.'),
    member('lead_qualification_rate', 'Si lo captado sirve.', 'Whether what is attracted is of use.'),
    member('cost_per_opportunity', 'Lo que cuesta llegar a una oportunidad.', 'What it costs to reach a deal.'),
    member('campaign_roi', 'Lo que devuelve cada campaña.', 'What each campaign returns.'),
    member('campaign_effectiveness_rank', 'Cuáles repetir y cuáles dejar.', 'Which to repeat and which to drop.'),
    member('channel_effectiveness', 'Dónde poner el presupuesto.', 'Where to put the budget.'),
    member('website_conversion_rate', 'Si la web aprovecha las visitas.', 'Whether the site makes use of visits.'),
    member('unconverted_leads', 'A quién volver a dirigirse.', 'Whom to address again.'),
    member('brand_awareness', 'Si le conocen.', 'Whether you are known.'),
    member('nps', 'Y si hablan bien.', 'And well spoken of.'),
  ],
};
