import { member } from '../choice.ts';
import { question, type Theme } from '../question.ts';

export const complaints: Theme = {
  id: 'complaints',
  name: { es: 'Quejas y clientes que se van', en: 'Complaints and customers who leave' },
  questions: [
    question(
      'complaints_signals',
      {
        es: '¿Sabe qué clientes se quejan, llaman demasiado o preguntan cómo darse de baja?',
        en: 'Do you know which customers complain, call too often or ask how to cancel?',
      },
      'no',
      ['retention'],
      [
        member('at_risk_customers', 'La lista de quien puede irse y por qué.', 'The list of who may leave, and why.'),
        member('complaints', 'Cuántas quejas y de qué.', 'How many complaints, and of what.'),
      ],
    ),
    question(
      'complaints_saved',
      {
        es: '¿Sabe si lo que hace por retenerlos (una llamada, una oferta, un detalle) funciona?',
        en: 'Do you know whether what you do to keep them (a call, an offer, a gift) works?',
      },
      'no',
      ['retention'],
      [
        member('risk_save_rate', 'Cuántos se quedan después de actuar.', 'How many stay after you act.'),
        member('retention_cost_ratio', 'Si cuesta menos de lo que dejan.', 'Whether it costs less than they bring.'),
      ],
    ),
    question(
      'complaints_churn',
      { es: '¿Se van clientes sin que sepa por qué?', en: 'Do customers leave without your knowing why?' },
      'yes',
      ['retention', 'satisfaction'],
      [member('churn_rate', 'Qué parte se va.', 'What share leaves.'), member('churn_reasons', 'Por qué.', 'Why.')],
    ),
  ],
};
