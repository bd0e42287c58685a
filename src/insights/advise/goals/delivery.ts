import { choice } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const delivery: Goal = {
  id: 'delivery',
  name: { es: 'Cumplir con las entregas', en: 'Deliver as promised' },
  phrases: [
    'entregas',
    'entregar',
    'plazos',
    'puntualidad',
    'puntual',
    'cumplir lo prometido',
    'prestación de servicios',
    'logística',
    'delivery',
    'deliver on time',
    'on time',
    'lead times',
    'keep promises',
    'logistics',
    'service delivery',
  ],
  kpis: [
    choice('on_time_delivery', 3, 'Si llega el día que se dijo la primera vez.', 'Whether it arrives on the day first promised.'),
    choice('promise_kept_rate', 3, 'A tiempo y completo: lo que el cliente recuerda.', 'On time and in full: what the customer remembers.'),
    choice(
      'delivery_lead_time',
      3,
      'Lo que tarda: la fecha que ventas puede prometer.',
      'How long it takes: the date that sales can promise.',
    ),
    choice('complaints', 2, 'Lo que dice el cliente cuando no se cumple.', 'What customers say when a promise breaks.'),
    choice('service_sales_lag', 2, 'Cuánto tarda el servicio en notarse en las ventas.', 'How long service takes to show in sales.'),
    choice(
      'csat_by_product',
      2,
      'Si lo entregado gusta; si no, que lo sepa calidad.',
      'Whether what was delivered pleases; if not, quality must know.',
    ),
    choice('repeat_purchase_rate', 2, 'Si quien recibió el pedido hace otro.', 'Whether those who got an order place another.'),
    choice('csat', 1, 'La satisfacción, para ver el efecto.', 'Satisfaction, to see the effect.'),
  ],
  avoid: [],
};
