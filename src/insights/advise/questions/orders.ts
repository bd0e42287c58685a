import { member } from '../choice.ts';
import { question, type Theme } from '../question.ts';

export const orders: Theme = {
  id: 'orders',
  name: { es: 'Pedidos', en: 'Orders' },
  questions: [
    question(
      'orders_profile',
      { es: '¿Sabe qué tienen en común las ventas que salen bien?', en: 'Do you know what the sales that go well have in common?' },
      'no',
      ['conversion', 'margin'],
      [
        member(
          'ideal_deal_mix',
          'El perfil de lo que sale bien y cuánto hay en la cartera.',
          'The profile of what goes well, and how much of it is in the pipeline.',
        ),
        member('activity_outcome_correlation', 'Lo que se hizo en las que se ganaron.', 'What was done in those that were won.'),
      ],
    ),
    question(
      'orders_share',
      { es: '¿Compran sus clientes a otros lo que usted también vende?', en: 'Do your customers buy from others what you sell too?' },
      'yes',
      ['customer_value'],
      [
        member('share_of_wallet', 'Qué parte de su gasto es suya.', 'What share of their spending is yours.'),
        member('cross_sell_rate', 'Quién compra también lo que complementa.', 'Who also buys what goes with it.'),
      ],
    ),
    question(
      'orders_interval',
      { es: '¿Sabe cuándo volverá a pedir cada cliente?', en: 'Do you know when each customer will order again?' },
      'no',
      ['customer_value'],
      [
        member('order_interval', 'Cada cuánto se pide cada producto.', 'How often each product is ordered.'),
        member('reorder_due', 'A quién le toca y quién se retrasa.', 'Who is due and who is late.'),
      ],
    ),
  ],
};
