import { member } from '../choice.ts';
import { question, type Theme } from '../question.ts';

export const receivables: Theme = {
  id: 'receivables',
  name: { es: 'Cuentas por cobrar', en: 'Receivables' },
  questions: [
    question(
      'receivables_sales',
      { es: '¿Ve cada vendedor lo que le deben sus clientes?', en: 'Can each seller see what their customers owe?' },
      'no',
      ['collection'],
      [
        member('receivables_overdue', 'Lo vencido, con el vendedor de cada cliente.', "What is overdue, with each customer's seller."),
        member('receivables_open', 'Lo que se debe en total.', 'What is owed in all.'),
      ],
    ),
    question(
      'receivables_risk',
      { es: '¿Se sigue vendiendo a clientes que ya deben demasiado?', en: 'Do you keep selling to customers who already owe too much?' },
      'yes',
      ['collection', 'margin'],
      [
        member('credit_risk_exposure', 'Lo que está en juego.', 'What is at stake.'),
        member('dso', 'Los días que tarda en cobrar.', 'The days it takes to be paid.'),
      ],
    ),
    question(
      'receivables_commission',
      { es: '¿Depende la comisión de que el cliente pague?', en: 'Does commission depend on the customer paying?' },
      'yes',
      ['collection'],
      [
        member(
          'commission_at_risk',
          'La comisión pendiente mueve a cobrar a quien conoce al cliente.',
          'Commission pending moves the one who knows the customer to collect.',
        ),
      ],
    ),
  ],
};
