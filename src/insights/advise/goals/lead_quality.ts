import { choice, member } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const leadQuality: Goal = {
  id: 'lead_quality',
  name: { es: 'Generar más y mejores leads', en: 'Generate more and better leads' },
  phrases: [
    'leads',
    'generar leads',
    'mejores leads',
    'calidad de los leads',
    'clientes potenciales',
    'generación de demanda',
    'demanda',
    'prospección',
    'lead quality',
    'lead generation',
    'better leads',
    'demand generation',
    'prospecting',
    'prospects',
  ],
  kpis: [
    choice('qualified_leads', 3, 'Los leads que valen, no los que entran.', 'The leads that are worth it, not those that come in.'),
    choice(
      'lead_qualification_rate',
      3,
      'Es la calidad en una cifra: qué parte sirve.',
      'It is quality in one figure: what share is of use.',
    ),
    choice('lead_conversion_rate', 2, 'La prueba final: cuántos compran.', 'The final proof: how many buy.'),
    choice(
      'cost_per_opportunity',
      2,
      'Lo que cuesta una oportunidad, no un nombre en una lista.',
      'What a deal costs, not a name on a list.',
    ),
    choice('unconverted_leads', 2, 'Lo que se perdió y se puede recuperar.', 'What was lost and can be recovered.'),
    choice(
      'lead_lost_reasons',
      2,
      'Por qué no sirven: qué cambiar en la captación.',
      'Why they are of no use: what to change in attracting them.',
    ),
    choice('campaign_effectiveness_rank', 2, 'Qué campañas traen los buenos.', 'Which campaigns bring the good ones.'),
    choice('new_leads', 2, 'El volumen; sin calidad al lado engaña.', 'The volume; misleading without quality beside it.'),
    choice(
      'cpl',
      2,
      'Lo que paga por cada nombre; junto a lo que paga por oportunidad.',
      'What you pay per name; beside what you pay per deal.',
    ),
    choice('nurturing_tool_use', 1, 'Si se cultiva a los que aún no están maduros.', 'Whether those not ready yet are nurtured.'),
  ],
  avoid: [
    member(
      'leads_by_campaign',
      'La campaña con más leads puede ser la de los peores.',
      'The campaign with most leads may be the one with the worst.',
    ),
  ],
};
