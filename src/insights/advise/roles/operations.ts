import { member } from '../choice.ts';
import type { Role } from '../role.ts';

export const operations: Role = {
  id: 'operations',
  name: { es: 'Operaciones', en: 'Operations' },
  phrases: ['operaciones', 'logística', 'producción', 'calidad', 'operations', 'logistics', 'production', 'quality', 'COO'],
  kpis: [
    member('on_time_delivery', 'Lo entregado el día prometido.', 'What was delivered on the day promised.'),
    member('promise_kept_rate', 'A tiempo y completo.', 'On time and in full.'),
    member('delivery_lead_time', 'El plazo que ventas puede prometer.', 'The time that sales can promise.'),
    member('csat_by_product', 'Qué producto decepciona.', 'Which product disappoints.'),
    member('complaints', 'Qué falla, según el cliente.', 'What fails, in the customer’s view.'),
    member('reorder_due', 'Los pedidos que vienen.', 'The orders to come.'),
    member('service_sales_lag', 'Cuándo se nota en ventas lo que hoy falla.', "When today's failures show in sales."),
    member('unsupported_demand', 'Lo que piden y no se ofrece.', 'What is asked for and not offered.'),
    member('avg_interaction_cost', 'Lo que cuesta atender.', 'What serving costs.'),
  ],
};
