import { member } from '../choice.ts';
import type { Pack } from '../pack.ts';

export const distribution: Pack = {
  id: 'distribution',
  name: { es: 'Distribución y mayoristas', en: 'Distribution and wholesale' },
  phrases: ['distribución', 'distribuidor', 'distribuidora', 'mayorista', 'distribution', 'distributor', 'wholesale', 'wholesaler'],
  kpis: [
    member('reorder_due', 'El cliente que deja de pedir no avisa.', 'A customer who stops ordering does not say so.'),
    member('order_interval', 'El ritmo de cada cliente y producto marca la ruta.', "Each customer's and product's rhythm sets the round."),
    member('promise_kept_rate', 'Al cliente se le para la obra o se le vacía el estante.', 'Or a site stops and a shelf stands empty.'),
    member('share_of_wallet', 'Todos compran a varios; gana quien crece dentro.', 'Everyone buys from several; you win by growing inside.'),
    member('receivables_overdue', 'Se vende a crédito y con margen estrecho.', 'You sell on credit at thin margins.'),
    member('dso', 'Financiar al cliente cuesta lo que se gana.', 'Financing customers costs what you earn.'),
    member('cross_sell_rate', 'Cada familia más que compra lo ata un poco.', 'Each further product line ties the customer in.'),
    member('retention_rate', 'Pocas cuentas hacen casi todo el volumen.', 'A few accounts make most of the volume.'),
    member('credit_risk_exposure', 'Un impago se lleva el margen de muchos pedidos.', 'One default takes the margin of many orders.'),
    member('quote_to_order_rate', 'Mucho trabajo se va en presupuestos.', 'Much work goes into quotes.'),
  ],
};
