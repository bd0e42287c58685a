import { member } from '../choice.ts';
import type { Role } from '../role.ts';

export const finance: Role = {
  id: 'finance',
  name: { es: 'Finanzas', en: 'Finance' },
  phrases: ['finanzas', 'administración', 'contabilidad', 'controller', 'cobros', 'finance', 'accounting', 'CFO', 'treasury'],
  kpis: [
    member('dso', 'Los días que tarda en entrar el dinero.', 'The days until the money comes in.'),
    member('receivables_overdue', 'Lo vencido, por antigüedad.', 'What is overdue, by age.'),
    member('receivables_open', 'Lo que se debe en total.', 'What is owed in all.'),
    member('credit_risk_exposure', 'Lo que se vende a quien puede no pagar.', 'What is sold to those who may not pay.'),
    member('forecast_expected_revenue', 'Lo que cabe esperar.', 'What can be expected.'),
    member('forecast_accuracy', 'Cuánto fiarse de lo anterior.', 'How far to trust that.'),
    member('total_sales', 'Lo vendido.', 'What was sold.'),
    member('cac', 'Lo que cuesta cada cliente.', 'What each customer costs.'),
    member('ltv_profit', 'Lo que deja.', 'What it leaves.'),
    member('retention_cost_ratio', 'Si retener compensa.', 'Whether keeping customers pays.'),
  ],
};
