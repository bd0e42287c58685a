import type { Dictionary } from './dictionary.ts';

export const spanishMarketing: Dictionary = {
  name: 'spanish: marketing',
  entities: {
    campaign: {
      tables: 'campaña, campaña de marketing, campaña de correo',
      columns: {
        name: 'nombre, campaña, nombre de la campaña, nombre campaña',
        channel: 'canal, medio',
        type: 'tipo, tipo de campaña',
        status: 'estado, situación',
        starts_at: 'fecha de inicio, inicio, fecha inicio, empieza el',
        ends_at: 'fecha de fin, fin, fecha fin, fecha de finalización, termina el',
        first_sent_at: 'primer envío, fecha primer envío, fecha de envío',
        budget: 'presupuesto, coste previsto, coste presupuestado, presupuesto total',
        goal: 'objetivo, meta',
        audience_size: 'público, audiencia, destinatarios, tamaño del público',
      },
      values: {
        status: {
          Planificada: 'planned',
          Prevista: 'planned',
          Activa: 'active',
          'En curso': 'active',
          Pausada: 'paused',
          Terminada: 'completed',
          Finalizada: 'completed',
          Completada: 'completed',
          Cancelada: 'cancelled',
        },
      },
    },
    campaign_message: {
      tables: 'envío, envío de campaña, mensaje de campaña, correo de campaña, envío de correo',
      columns: {
        sent_at: 'enviado, enviado el, fecha de envío, fecha envío',
        delivered_at: 'entregado, entregado el, fecha de entrega',
        bounced_at: 'rebotado, rebote, fecha de rebote, fecha rebote',
        opened_at: 'abierto, abierto el, fecha de apertura, fecha apertura',
        clicked_at: 'clic, fecha de clic, fecha clic, pulsado el',
        click_count: 'clics, número de clics',
        responded_at: 'respondido, respuesta, fecha de respuesta, fecha respuesta',
        unsubscribed_at: 'baja, fecha de baja, fecha baja',
        channel: 'canal, medio',
      },
    },
    touch: {
      tables: 'toque, punto de contacto, contacto de marketing',
      columns: { channel: 'canal, medio', occurred_at: 'fecha, fecha y hora' },
    },
    web_session: {
      tables: 'sesión web, sesión, visita web',
      columns: {
        visitor_id: 'id visitante, visitante',
        started_at: 'inicio, fecha de inicio, fecha',
        source: 'fuente, origen',
        medium: 'medio',
        is_paid: 'de pago, pagada',
        landing_page: 'página de entrada, página de aterrizaje',
        engaged_s: 'segundos de interacción, tiempo',
      },
    },
    cost: {
      tables: 'coste, costo, gasto, inversión publicitaria, gasto de marketing, coste de campaña',
      columns: {
        category: 'categoría, tipo, tipo de coste, concepto, partida',
        function: 'función, departamento, área',
        channel: 'canal, medio',
        incurred_on: 'fecha, fecha del gasto, fecha gasto, fecha de coste',
        period_start: 'desde, periodo desde, inicio del periodo',
        period_end: 'hasta, periodo hasta, fin del periodo',
        amount: 'importe, coste, gasto, monto, total',
      },
      values: {
        category: {
          Publicidad: 'advertising',
          Salarios: 'salaries',
          Nóminas: 'salaries',
          Programas: 'software',
          Software: 'software',
          Equipos: 'equipment',
          Alquiler: 'rent',
          Agencia: 'agency',
          Promoción: 'promotion',
          Fidelización: 'loyalty',
        },
      },
    },
    demand_signal: {
      tables: 'demanda, petición de producto, venta perdida',
      columns: { product_name: 'producto, artículo', price_point: 'precio', source: 'origen, canal', occurred_at: 'fecha' },
    },
  },
};
