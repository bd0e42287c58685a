import { choice, member } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const efficiency: Goal = {
  id: 'efficiency',
  name: { es: 'Ganar eficiencia', en: 'Become more efficient' },
  phrases: [
    'eficiencia',
    'eficiente',
    'productividad',
    'reducir costes',
    'bajar costes',
    'reducir gastos',
    'ahorrar',
    'ciclo de venta más corto',
    'acortar el ciclo',
    'vender más rápido',
    'efficiency',
    'efficient',
    'productivity',
    'reduce costs',
    'cut costs',
    'save money',
    'shorten the sales cycle',
    'faster sales',
  ],
  kpis: [
    choice('sales_cycle_length', 3, 'El tiempo que se lleva cada venta.', 'The time that each sale takes.'),
    choice('cost_per_opportunity', 3, 'Lo que cuesta generar una oportunidad.', 'What it costs to make a deal.'),
    choice('avg_interaction_cost', 3, 'Lo que cuesta cada trato con un cliente.', 'What each dealing with a customer costs.'),
    choice('funnel_stage_duration', 2, 'Dónde se forma el cuello de botella.', 'Where the bottleneck forms.'),
    choice('fcr', 2, 'Lo que se resuelve a la primera no se paga dos veces.', 'What is solved at once is not paid for twice.'),
    choice('reopen_rate', 2, 'La prisa que sale cara: casos que vuelven.', 'Haste that costs: cases that come back.'),
    choice('self_service_rate', 2, 'Lo que el cliente resuelve sin esperar a nadie.', 'What customers solve without waiting for anyone.'),
    choice('cac', 2, 'Lo que cuesta ganar cada cliente, con todo incluido.', 'What each customer costs to win, everything included.'),
    choice(
      'cycle_acceleration_effect',
      2,
      'Qué actividades acortan el ciclo y cuáles sobran.',
      'Which activities go with a shorter cycle, and which are idle.',
    ),
    choice('cases_closed_per_day', 2, 'El ritmo del equipo de atención.', 'The pace of the service team.'),
    choice('bad_data_cost', 2, 'Horas perdidas en arreglar datos.', 'Hours lost mending data.'),
    choice(
      'avg_handle_time',
      1,
      'El tiempo por caso, nunca sin la satisfacción al lado.',
      'The time per case, never without satisfaction beside it.',
    ),
  ],
  avoid: [
    member(
      'calls_per_agent',
      'Mide prisa, no eficiencia: premia colgar pronto.',
      'It measures haste, not efficiency: it rewards hanging up early.',
    ),
    member('sales_calls', 'Más llamadas es más trabajo, no más resultado.', 'More calls is more work, not more result.'),
  ],
};
