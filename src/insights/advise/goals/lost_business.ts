import { choice } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const lostBusiness: Goal = {
  id: 'lost_business',
  name: { es: 'Aprender de lo perdido y recuperarlo', en: 'Learn from lost business and win it back' },
  phrases: [
    'oportunidades perdidas',
    'ventas perdidas',
    'negocio perdido',
    'leads perdidos',
    'recuperar clientes',
    'recuperar leads',
    'reactivar',
    'por qué perdemos',
    'no convertidos',
    'lost deals',
    'lost business',
    'lost leads',
    'lost opportunities',
    'win back',
    'reactivate',
    'why we lose',
    'unconverted',
  ],
  kpis: [
    choice('lost_opportunities', 3, 'Cuánto se pierde, en número y en valor.', 'How much is lost, in number and in value.'),
    choice('opportunity_lost_reasons', 3, 'Por qué: precio, plazo, competencia, silencio.', 'Why: price, timing, competition, silence.'),
    choice('lead_reactivation_rate', 3, 'Cuántos vuelven si se les llama.', 'How many come back if called.'),
    choice('unconverted_leads', 3, 'La lista de a quién volver a llamar.', 'The list of whom to call again.'),
    choice('lead_lost_reasons', 2, 'Por qué no siguen adelante los leads.', 'Why leads go no further.'),
    choice(
      'unsupported_demand',
      2,
      'Lo que piden y no ofrece: una idea de producto.',
      'What they ask for and you do not offer: a product idea.',
    ),
    choice('risk_save_rate', 2, 'Los clientes que se iban y se quedaron.', 'The customers who were leaving and stayed.'),
    choice('churn_reasons', 2, 'Por qué se fueron los que se fueron.', 'Why those who left did so.'),
    choice('nurturing_tool_use', 1, 'Si se sigue en contacto con ellos.', 'Whether you keep in touch with them.'),
  ],
  avoid: [],
};
