import type { Dictionary } from './dictionary.ts';

export const spanishTeam: Dictionary = {
  name: 'spanish: team',
  entities: {
    user_event: {
      tables: 'uso, registro de uso, acceso, inicio de sesión, registro de accesos',
      columns: {
        user_id: 'usuario, id usuario',
        type: 'tipo, acción, evento',
        entity: 'entidad, objeto, módulo',
        occurred_at: 'fecha, fecha y hora',
      },
    },
    training: {
      tables: 'formación, curso, formación realizada',
      columns: {
        user_id: 'usuario, empleado, comercial, id usuario',
        topic: 'tema, curso',
        completed_on: 'fecha, completado el, fecha de finalización',
        valid_until: 'válido hasta, caduca el',
      },
    },
    investment: {
      tables: 'inversión, proyecto',
      columns: {
        name: 'nombre, proyecto',
        cost: 'coste, importe, inversión',
        started_at: 'fecha de inicio, fecha',
        gain: 'ganancia, beneficio, retorno',
        horizon_months: 'meses, horizonte',
      },
    },
    forecast: {
      tables: 'previsión, previsión de ventas, pronóstico',
      columns: {
        period_start: 'desde, mes',
        period_end: 'hasta',
        category: 'categoría',
        amount: 'importe, previsión, valor',
        made_at: 'fecha, hecha el',
      },
    },
    target: {
      tables: 'objetivo, meta, cuota de ventas, objetivo de ventas',
      columns: {
        kpi: 'indicador, métrica',
        scope: 'ámbito, comercial, equipo',
        period_start: 'desde, inicio, mes',
        period_end: 'hasta, fin',
        value: 'objetivo, valor, importe, cuota',
        low: 'mínimo, banda inferior, desde valor',
        high: 'máximo, banda superior, tope',
        objective: 'objetivo de empresa, objetivo estratégico',
      },
    },
    field_change: {
      tables: 'historial, historial de cambios, cambio de campo, registro de cambios',
      columns: {
        entity: 'entidad, objeto',
        record_id: 'id registro, registro',
        field: 'campo',
        old_value: 'valor anterior, antes',
        new_value: 'valor nuevo, nuevo valor, después, valor',
        changed_at: 'fecha, fecha de cambio, cambiado el',
        changed_by: 'usuario, cambiado por',
      },
    },
  },
};
