import type { Dictionary } from './dictionary.ts';

export const spanishOrders: Dictionary = {
  name: 'spanish: orders',
  entities: {
    order: {
      tables: 'pedido, venta, compra, orden de venta, orden, albarán de venta',
      columns: {
        id: 'id pedido, número de pedido, nº pedido, pedido, num pedido, id venta, número de venta, numero pedido',
        status: 'estado, situación, estado del pedido',
        ordered_at: 'fecha del pedido, fecha de pedido, fecha pedido, fecha de venta, fecha venta, fecha, fecha de compra, fecha compra',
        amount: 'importe, total, importe total, monto, total pedido, valor, importe neto, base imponible',
        cost: 'coste, costo, coste total',
        is_return: 'devolución, es devolución, abono',
        account_id: 'id cliente, cliente, código cliente, codigo de cliente, id cuenta, cuenta, empresa',
      },
      values: {
        status: {
          Abierto: 'open',
          Pendiente: 'open',
          'En curso': 'open',
          'En preparación': 'open',
          Enviado: 'open',
          Servido: 'completed',
          Entregado: 'completed',
          Completado: 'completed',
          Facturado: 'completed',
          Cerrado: 'completed',
          Cancelado: 'cancelled',
          Anulado: 'cancelled',
        },
      },
    },
    order_line: {
      tables: 'línea de pedido, línea pedido, detalle de pedido, detalle pedido, línea de venta, artículo del pedido',
      columns: {
        order_id: 'pedido, id pedido, número de pedido, nº pedido',
        product_id: 'producto, id producto, artículo, referencia, código artículo',
        quantity: 'cantidad, unidades, uds',
        unit_price: 'precio unitario, precio, pvp',
        amount: 'importe, total, importe línea, subtotal',
        cost: 'coste, costo',
      },
    },
    delivery: {
      tables: 'entrega, envío de pedido, albarán, expedición, reparto',
      columns: {
        order_id: 'pedido, id pedido, número de pedido, nº pedido',
        promised_at_first: 'primera fecha prometida, fecha prometida original, fecha comprometida original',
        promised_at:
          'fecha prometida, fecha comprometida, fecha prevista de entrega, fecha prevista, fecha de entrega prevista, entrega prevista',
        delivered_at: 'fecha de entrega, fecha entrega, entregado el, fecha de entrega real, fecha real de entrega',
        quantity: 'cantidad, unidades, cantidad pedida',
        delivered_quantity: 'cantidad entregada, unidades entregadas',
      },
    },
    contract: {
      tables: 'contrato, suscripción, póliza, abono, cuota',
      columns: {
        started_at: 'fecha de inicio, inicio, fecha inicio, fecha de alta, fecha alta, vigente desde',
        ends_at: 'fecha de fin, fin, fecha fin, vencimiento, fecha de vencimiento, fecha vencimiento, vigente hasta',
        renewal_due_on: 'fecha de renovación, fecha renovación, renovación prevista, próxima renovación',
        renewed_at: 'renovado el, fecha de renovación efectiva',
        cancelled_at: 'fecha de baja, fecha baja, cancelado el, fecha de cancelación, fecha cancelación',
        cancel_reason: 'motivo de baja, motivo baja, motivo de cancelación, causa de baja',
        amount: 'importe, cuota, precio, importe mensual, cuota mensual, monto',
        period: 'periodo, período, periodicidad, facturación, frecuencia',
        previous_id: 'contrato anterior, id contrato anterior, suscripción anterior, renueva a',
      },
      values: { period: { Mensual: 'month', Trimestral: 'quarter', Anual: 'year', Mes: 'month', Trimestre: 'quarter', Año: 'year' } },
    },
    invoice: {
      tables: 'factura, factura de venta, factura emitida',
      columns: {
        id: 'id factura, número de factura, nº factura, factura, num factura, numero factura',
        number: 'número, número de factura, nº factura, num factura',
        status: 'estado, situación, estado de pago, estado de cobro',
        issued_on: 'fecha de factura, fecha factura, fecha de emisión, fecha emisión, emitida el, fecha',
        due_on: 'vencimiento, fecha de vencimiento, fecha vencimiento, vence el',
        amount: 'importe, total, importe total, total factura, monto',
        balance: 'pendiente, saldo, importe pendiente, saldo pendiente, pendiente de cobro',
        paid_at: 'fecha de cobro, fecha de pago, fecha cobro, fecha pago, pagada el, cobrada el',
        commission_rate: 'comisión, tasa de comisión, % comisión',
        order_id: 'pedido, id pedido, número de pedido',
      },
      values: {
        status: {
          Borrador: 'draft',
          Emitida: 'open',
          Pendiente: 'open',
          Enviada: 'open',
          Vencida: 'open',
          Pagada: 'paid',
          Cobrada: 'paid',
          Anulada: 'void',
          Cancelada: 'void',
        },
      },
    },
    payment: {
      tables: 'pago, cobro, recibo, ingreso',
      columns: {
        paid_at: 'fecha de pago, fecha pago, fecha de cobro, fecha cobro, fecha, pagado el, cobrado el',
        amount: 'importe, monto, total, importe cobrado, importe pagado',
        invoice_id: 'factura, id factura, número de factura, nº factura',
      },
    },
    exchange_rate: {
      tables: 'tipo de cambio, cambio de divisa, cambio',
      columns: {
        from_currency: 'de, moneda origen, divisa origen, moneda',
        to_currency: 'a, moneda destino, divisa destino',
        on: 'fecha, día',
        rate: 'tipo, cambio, tipo de cambio',
      },
    },
  },
};
