import { member } from '../choice.ts';
import type { Role } from '../role.ts';

/** The health of the whole: all three classes of metrics, results and warnings. */
export const direction: Role = {
  id: 'direction',
  name: { es: 'Dirección', en: 'Direction' },
  phrases: [
    'dirección',
    'dirección general',
    'gerencia',
    'gerente',
    'consejo',
    'CEO',
    'direction',
    'management',
    'executive',
    'board',
    'general manager',
  ],
  kpis: [
    member('total_sales', 'El resultado.', 'The result.'),
    member('revenue_target_attainment', 'Si se va al ritmo comprometido.', 'Whether the pace promised is kept.'),
    member('pipeline_coverage', 'Si lo que viene alcanza.', 'Whether what is coming is enough.'),
    member('new_customers', 'Si la base crece.', 'Whether the base grows.'),
    member('churn_rate', 'Si se pierde por detrás.', 'Whether it leaks behind.'),
    member('clv_cac_ratio', 'Si crecer compensa.', 'Whether growth pays.'),
    member('nps', 'Qué dirán los clientes de nosotros.', 'What customers will say of us.'),
    member('at_risk_customers', 'Lo que puede perderse este trimestre.', 'What may be lost this quarter.'),
    member('dso', 'Si lo vendido se cobra.', 'Whether what is sold is paid.'),
    member('crm_adoption_rate', 'Si las cifras salen del trabajo de todos.', "Whether the figures come from everyone's work."),
  ],
};
