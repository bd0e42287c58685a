import type { Dictionary } from './dictionary.ts';

/** HubSpot's exports where it is used in Spanish (`ID de registro`, `Etapa del negocio`). */
export const hubspotSpanish: Dictionary = {
  name: 'hubspot: spanish',
  entities: {
    '*': {
      columns: {
        id: 'id de registro, id del registro, id de objeto',
        updated_at: 'fecha de última modificación',
        owner_id: 'propietario de HubSpot',
      },
    },
    account: { columns: { domain: 'nombre de dominio de la empresa', country: 'país/región', region: 'estado/región' } },
    contact: {
      columns: {
        account_id: 'id de empresa principal asociada, ids de empresa asociada, id de la empresa principal asociada',
        source: 'fuente original de tráfico, fuente original de tráfico del contacto',
        phone: 'número de teléfono, número de teléfono móvil',
      },
    },
    opportunity: {
      columns: {
        amount: 'importe en la moneda de la empresa, valor en la moneda de la empresa',
        probability: 'probabilidad del negocio, probabilidad de etapa del negocio',
        lost_reason: 'motivo de cierre perdido, motivo del cierre perdido, razón de cierre perdido',
        next_step_at: 'fecha de próxima actividad, fecha de la próxima actividad',
        forecast_category: 'categoría de pronóstico',
      },
      values: { type: { 'Negocio nuevo': 'new', 'Nuevo negocio': 'new', 'Negocio existente': 'expansion' } },
    },
    ticket: {
      columns: {
        status: 'estado del ticket, etapa del ticket',
        first_response_at: 'fecha de la primera respuesta del agente, fecha de primera respuesta del agente, primera respuesta del agente',
        channel: 'fuente',
      },
      values: {
        status: {
          Nuevo: 'new',
          'Esperando al contacto': 'pending',
          'Esperando al cliente': 'pending',
          Esperándonos: 'open',
          Cerrado: 'closed',
        },
      },
    },
  },
};
