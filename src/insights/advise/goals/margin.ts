import { choice, member } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const margin: Goal = {
  id: 'margin',
  name: { es: 'Mejorar la rentabilidad', en: 'Improve profitability' },
  phrases: [
    'margen',
    'rentabilidad',
    'rentable',
    'beneficio',
    'más ganancias',
    'ganar más dinero',
    'retorno de la inversión',
    'margin',
    'profit',
    'profitability',
    'profitable',
    'return on investment',
    'bottom line',
  ],
  kpis: [
    choice(
      'ltv_profit',
      3,
      'Lo que deja un cliente, descontado lo que cuesta servirle.',
      'What a customer leaves once the cost of serving is taken off.',
    ),
    choice(
      'profitable_deal_focus',
      3,
      'Adelanta el margen: si el equipo trabaja los tratos que más dejan.',
      'Tells the margin early: whether people work on the deals that leave most.',
    ),
    choice(
      'clv_cac_ratio',
      2,
      'Cuánto vuelve de cada euro gastado en captar.',
      'How much comes back of what you spend on winning customers.',
    ),
    choice('cac', 2, 'El mayor gasto que el margen esconde.', 'The greatest cost that a margin hides.'),
    choice('ideal_deal_mix', 2, 'Qué parte de la cartera es del tipo que interesa.', 'What share of the pipeline is of the kind you want.'),
    choice(
      'credit_risk_exposure',
      2,
      'Vender a quien quizá no pague se come el margen.',
      'Selling to those who may not pay eats the margin.',
    ),
    choice('retention_cost_ratio', 2, 'Si retener cuesta más de lo que deja.', 'Whether keeping customers costs more than they leave.'),
    choice('campaign_roi', 2, 'Qué campañas devuelven más de lo que cuestan.', 'Which campaigns return more than they cost.'),
    choice('roi', 2, 'El rendimiento de cada inversión, con su plazo.', 'The return of each investment, with its horizon.'),
    choice('avg_interaction_cost', 1, 'Lo que cuesta cada trato con el cliente.', 'What each dealing with a customer costs.'),
    choice('bad_data_cost', 1, 'Gasto que no se ve: trabajo perdido por datos malos.', 'A cost unseen: work lost to bad data.'),
  ],
  avoid: [member('total_sales', 'Vender más no es ganar más.', 'Selling more is not earning more.')],
};
