import { choice, member } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const marketingReturn: Goal = {
  id: 'marketing_return',
  name: { es: 'Sacar más partido al marketing', en: 'Get more out of marketing' },
  phrases: [
    'marketing',
    'campañas',
    'publicidad',
    'retorno de las campañas',
    'rentabilidad de las campañas',
    'presupuesto de marketing',
    'inversión publicitaria',
    'canales',
    'correo electrónico',
    'campaigns',
    'advertising',
    'marketing return',
    'campaign roi',
    'marketing budget',
    'channels',
    'email marketing',
  ],
  kpis: [
    choice(
      'campaign_roi',
      3,
      'Es el objetivo en una cifra: lo que devuelve cada campaña.',
      'It is the goal in one figure: what each campaign returns.',
    ),
    choice(
      'campaign_effectiveness_rank',
      3,
      'Compara campañas sin que engañen las pequeñas.',
      'Compares campaigns without being fooled by small ones.',
    ),
    choice(
      'campaign_conversion_rate',
      2,
      'Cuántos de los alcanzados hacen lo que se buscaba.',
      'How many of those reached do what was wanted.',
    ),
    choice('cost_per_opportunity', 2, 'Lo que cuesta llegar a una oportunidad de verdad.', 'What it costs to reach a real deal.'),
    choice('cpa', 2, 'Lo que cuesta cada captado, por canal.', 'What each person won costs, by channel.'),
    choice(
      'channel_effectiveness',
      2,
      'Correo, llamadas o SMS: qué rinde por lo que cuesta.',
      'Email, calls or SMS: what pays for what it costs.',
    ),
    choice('paid_traffic_payoff', 2, 'Si el tráfico que paga deja suscriptores.', 'Whether the traffic you pay for leaves subscribers.'),
    choice('unconverted_leads', 2, 'Lo captado que no llegó a nada.', 'What was attracted and came to nothing.'),
    choice('campaign_revenue', 2, 'Lo que se vende gracias a las campañas.', 'What is sold thanks to campaigns.'),
    choice('email_ctr', 1, 'La primera señal de que el mensaje interesa.', 'The first sign that a message interests.'),
    choice('campaign_responses', 1, 'Quién contesta, antes de que compre nadie.', 'Who answers, before anyone buys.'),
    choice('website_conversion_rate', 1, 'Si la web aprovecha la visita.', 'Whether the site makes use of the visit.'),
  ],
  avoid: [
    member('email_campaigns_sent', 'Cuenta envíos, no resultados.', 'It counts sendings, not results.'),
    member(
      'email_open_rate',
      'Los lectores de correo abren solos desde 2021; fíjese en los clics.',
      'Mail programs open messages by themselves since 2021; look at clicks.',
    ),
  ],
};
