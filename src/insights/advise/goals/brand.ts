import { choice, member } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const brand: Goal = {
  id: 'brand',
  name: { es: 'Reforzar la marca', en: 'Strengthen the brand' },
  phrases: [
    'marca',
    'reputación',
    'notoriedad',
    'imagen',
    'darnos a conocer',
    'conocimiento de marca',
    'cuota de mercado',
    'brand',
    'reputation',
    'awareness',
    'market share',
    'visibility',
    'visibilidad',
  ],
  kpis: [
    choice('brand_awareness', 3, 'Cuántos le conocen, con ayuda y sin ella.', 'How many know you, aided and unaided.'),
    choice('nps', 3, 'Que le conozcan no basta: si le recomiendan.', 'Being known is not enough: whether they recommend you.'),
    choice('market_share', 2, 'Qué parte del mercado elige su marca.', 'What share of the market chooses your brand.'),
    choice('feedback_themes', 2, 'Qué dice la gente de usted.', 'What people say about you.'),
    choice('complaints', 2, 'Lo que daña la reputación.', 'What harms your reputation.'),
    choice('share_of_wallet', 2, 'Si le prefieren cuando compran.', 'Whether they prefer you when they buy.'),
    choice('repeat_purchase_rate', 1, 'La preferencia, con hechos.', 'Preference, in deeds.'),
    choice('csat', 1, 'La experiencia de la que nace la fama.', 'The experience that makes a name.'),
    choice('new_subscribers', 1, 'Quién quiere saber más de usted.', 'Who wants to hear more of you.'),
  ],
  avoid: [member('website_visits', 'Tráfico no es prestigio: puede ser comprado.', 'Traffic is not standing: it can be bought.')],
};
