import { member } from '../choice.ts';
import type { Role } from '../role.ts';

export const sales: Role = {
  id: 'sales',
  name: { es: 'Ventas', en: 'Sales' },
  phrases: [
    'ventas',
    'comercial',
    'dirección comercial',
    'director comercial',
    'jefe de ventas',
    'sales',
    'sales manager',
    'account executive',
  ],
  kpis: [
    member('revenue_target_attainment', 'Lo que se ha prometido.', 'What was promised.'),
    member('pipeline_coverage', 'Si hay cartera bastante.', 'Whether there is pipeline enough.'),
    member('opportunity_conversion_rate', 'Cuánto se gana de lo que se decide.', 'How much is won of what is decided.'),
    member('avg_opportunity_value', 'El tamaño de lo que se gana.', 'The size of what is won.'),
    member('sales_cycle_length', 'Lo que tarda.', 'How long it takes.'),
    member('funnel_stage_duration', 'Dónde se atasca.', 'Where it sticks.'),
    member('lost_opportunities', 'Lo que se escapa.', 'What gets away.'),
    member('opportunity_lost_reasons', 'Por qué se escapa.', 'Why it gets away.'),
    member('quote_to_order_rate', 'Los presupuestos que acaban en pedido.', 'Quotes that become orders.'),
    member(
      'receivables_overdue',
      'Lo que deben sus clientes: quien mejor lo cobra es quien los conoce.',
      'What your customers owe: who knows them collects best.',
    ),
  ],
};
