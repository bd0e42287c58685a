import { member } from '../choice.ts';
import { question, type Theme } from '../question.ts';

export const delivery: Theme = {
  id: 'delivery',
  name: { es: 'Entrega y servicio', en: 'Delivery and service' },
  questions: [
    question(
      'delivery_promises',
      {
        es: '¿Mide si entrega lo que prometió, y cuando lo prometió?',
        en: 'Do you measure whether you deliver what you promised, when you promised?',
      },
      'no',
      ['delivery'],
      [
        member('on_time_delivery', 'Lo entregado el primer día que se dijo.', 'What came on the first day stated.'),
        member('promise_kept_rate', 'A tiempo y completo.', 'On time and in full.'),
      ],
    ),
    question(
      'delivery_sales',
      {
        es: '¿Conoce ventas el plazo real antes de comprometer una fecha?',
        en: 'Does sales know the real lead time before it commits to a date?',
      },
      'no',
      ['delivery'],
      [
        member('delivery_lead_time', 'El plazo real de estas semanas.', 'The real lead time of these weeks.'),
        member('service_sales_lag', 'Lo que tarda un mal servicio en notarse en ventas.', 'How long poor service takes to show in sales.'),
      ],
    ),
    question(
      'delivery_products',
      {
        es: '¿Se entera calidad cuando baja la satisfacción con un producto?',
        en: 'Does quality hear when satisfaction with a product falls?',
      },
      'no',
      ['satisfaction', 'delivery'],
      [member('csat_by_product', 'La nota de cada producto.', 'The score of each product.')],
    ),
  ],
};
