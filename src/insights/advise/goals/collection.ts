import { choice, member } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const collection: Goal = {
  id: 'collection',
  name: { es: 'Cobrar antes y mejor', en: 'Get paid sooner' },
  phrases: [
    'cobrar',
    'cobros',
    'cuentas por cobrar',
    'morosidad',
    'impagados',
    'impagos',
    'deuda',
    'liquidez',
    'tesorería',
    'flujo de caja',
    'collection',
    'collect payments',
    'get paid',
    'receivables',
    'bad debt',
    'overdue',
    'cash flow',
    'late payments',
  ],
  kpis: [
    choice(
      'dso',
      3,
      'Es el objetivo en una cifra: los días que tarda en cobrar.',
      'It is the goal in one figure: the days it takes to be paid.',
    ),
    choice('receivables_overdue', 3, 'Lo vencido, por antigüedad: a quién reclamar hoy.', 'What is overdue, by age: whom to chase today.'),
    choice(
      'credit_risk_exposure',
      2,
      'Avisa antes: lo que se está vendiendo a quien no paga.',
      'Warns early: what is being sold to those who do not pay.',
    ),
    choice(
      'receivables_open',
      2,
      'Lo que le deben, cliente a cliente y a la vista de ventas.',
      'What you are owed, by customer and in view of sales.',
    ),
    choice(
      'commission_at_risk',
      2,
      'La comisión que depende del cobro: el interés del vendedor.',
      'The commission that hangs on payment: the seller’s own interest.',
    ),
  ],
  avoid: [member('total_sales', 'Lo vendido y no cobrado no es dinero.', 'What is sold and not paid is no money.')],
};
