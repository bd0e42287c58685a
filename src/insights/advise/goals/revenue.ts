import { choice, member } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const revenue: Goal = {
  id: 'revenue',
  name: { es: 'Aumentar los ingresos', en: 'Increase revenue' },
  phrases: [
    'ingresos',
    'crecer en ingresos',
    'crecer en ventas',
    'revenue growth',
    'sales growth',
    'ventas',
    'vender más',
    'facturación',
    'facturar más',
    'cifra de negocio',
    'volumen de negocio',
    'revenue',
    'sales',
    'sell more',
    'turnover',
    'income',
    'top line',
  ],
  kpis: [
    choice('total_sales', 3, 'Es el objetivo en una cifra: lo vendido.', 'It is the goal in one figure: what was sold.'),
    choice(
      'revenue_target_attainment',
      3,
      'Dice si llega a la meta y a qué ritmo.',
      'Says whether you reach the target, and at what pace.',
    ),
    choice(
      'pipeline_coverage',
      2,
      'Avisa con tiempo de si habrá bastante para llegar.',
      'Warns in time whether there will be enough to get there.',
    ),
    choice(
      'opportunity_conversion_rate',
      2,
      'Ganar una parte mayor de lo que ya tiene delante.',
      'Winning a greater share of what is already before you.',
    ),
    choice('avg_opportunity_value', 2, 'Cada venta, más grande.', 'Each sale, bigger.'),
    choice('lost_opportunities', 2, 'El ingreso que se escapa.', 'The revenue that gets away.'),
    choice(
      'forecast_expected_revenue',
      2,
      'Lo que cabe esperar de la cartera abierta.',
      'What the open pipeline can be expected to bring.',
    ),
    choice('new_revenue', 2, 'Lo que aportan los clientes nuevos.', 'What new customers bring.'),
    choice('customer_growth_rate', 2, 'Lo que crece cada cliente que ya tiene.', 'How much each existing customer grows.'),
    choice('churn_rate', 2, 'El ingreso que se va con los clientes.', 'The revenue that leaves with customers.'),
    choice('sales_cycle_length', 1, 'Vender antes es vender más al año.', 'Selling sooner is selling more in a year.'),
    choice('quote_to_order_rate', 1, 'Los presupuestos que acaban en pedido.', 'The quotes that end in an order.'),
    choice('campaign_revenue', 1, 'Lo que traen las campañas.', 'What campaigns bring.'),
  ],
  avoid: [
    member(
      'open_opportunities',
      'Tener más oportunidades abiertas no es vender más: pueden ser las que nadie cierra.',
      'More open deals is not more sales: they may be the ones nobody closes.',
    ),
  ],
};
