import { member } from '../choice.ts';
import type { Pack } from '../pack.ts';

export const hospitality: Pack = {
  id: 'hospitality',
  name: { es: 'Hostelería y turismo', en: 'Hospitality and tourism' },
  phrases: [
    'hostelería',
    'hotel',
    'hoteles',
    'turismo',
    'restauración',
    'restaurante',
    'viajes',
    'hospitality',
    'hotels',
    'tourism',
    'restaurant',
    'travel',
  ],
  kpis: [
    member('nps', 'La reseña decide la reserva siguiente.', 'Reviews decide the next booking.'),
    member('csat', 'La estancia se juzga el mismo día.', 'A stay is judged the same day.'),
    member('repeat_customers', 'El que vuelve reserva directo, sin comisión.', 'Those who return book directly, without commission.'),
    member(
      'complaints',
      'Lo que no se arregla en la estancia acaba en internet.',
      'What is not mended during the stay ends up on the web.',
    ),
    member(
      'website_conversion_rate',
      'Cada reserva en la web propia ahorra la comisión.',
      'Each booking on your own site saves the commission.',
    ),
    member('cac', 'Las comisiones de los portales también son captación.', "Portals' commissions are acquisition too."),
    member('feedback_themes', 'Limpieza, ruido, desayuno: qué se repite.', 'Cleanliness, noise, breakfast: what comes up again.'),
    member('first_response_time', 'Quien pide presupuesto para un grupo pregunta a varios.', 'Those asking for a group quote ask several.'),
    member('campaign_roi', 'La temporada se llena con pocas campañas.', 'A season is filled by a few campaigns.'),
    member('avg_revenue_per_retained_customer', 'Lo que gasta el huésped que vuelve.', 'What a returning guest spends.'),
  ],
};
