import { member } from '../choice.ts';
import type { Pack } from '../pack.ts';

export const manufacturing: Pack = {
  id: 'manufacturing',
  name: { es: 'Industria y fabricación', en: 'Manufacturing' },
  phrases: ['industria', 'fabricación', 'fabricante', 'fábrica', 'manufactura', 'manufacturing', 'manufacturer', 'factory', 'industrial'],
  kpis: [
    member('on_time_delivery', 'Un retraso para la línea del cliente.', "A delay stops the customer's line."),
    member('delivery_lead_time', 'El plazo decide tantos pedidos como el precio.', 'Lead time decides as many orders as price.'),
    member('forecast_accuracy', 'De la previsión salen las compras y los turnos.', 'Purchasing and shifts come from the forecast.'),
    member('quote_to_order_rate', 'Cada presupuesto lleva horas de oficina técnica.', 'Each quote takes engineering hours.'),
    member(
      'sales_cycle_length',
      'Ciclos largos: lo que no se ve hoy faltará en un año.',
      'Long cycles: what is not seen today will be missing in a year.',
    ),
    member('csat_by_product', 'Avisa a calidad del producto que falla.', 'Tells quality which product fails.'),
    member('complaints', 'La reclamación repetida señala un defecto.', 'A complaint that repeats points to a defect.'),
    member('unsupported_demand', 'Lo que piden y no está en catálogo.', 'What they ask for and the catalogue lacks.'),
    member('share_of_wallet', 'El segundo proveedor espera su turno.', 'The second supplier is waiting.'),
    member('receivables_overdue', 'Series caras entregadas antes de cobrar.', 'Costly batches delivered before payment.'),
  ],
};
