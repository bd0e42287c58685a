import type { Dictionary } from './dictionary.ts';

/** What every table has, and tables that are no entity. */
export const spanish: Dictionary = {
  name: 'spanish',
  entities: {
    '*': {
      columns: {
        id: 'id, código, codigo, clave, identificador, referencia, id registro, nº, num, numero',
        created_at:
          'fecha de creación, fecha creación, creado, creado el, fecha de alta, fecha alta, fecha de registro, fecha registro, fecha de entrada, hora de creación, alta',
        updated_at:
          'fecha de modificación, fecha modificación, última modificación, modificado, actualizado, fecha de actualización, fecha actualización, hora de modificación, fecha última modificación',
        deleted_at: 'fecha de baja registro, fecha de borrado, borrado el, eliminado el, fecha de eliminación',
        is_test: 'es prueba, prueba',
        owner_id:
          'id propietario, id comercial, id responsable, id vendedor, id agente, propietario, comercial, responsable, vendedor, agente, asesor, gestor, asignado a, vendedora, ejecutivo, ejecutivo de cuenta, propietario del registro, atendido por',
        currency: 'moneda, divisa, código de moneda, codigo moneda',
        country: 'país, pais, país de facturación, pais de residencia',
        city: 'ciudad, población, poblacion, localidad, municipio',
        region: 'región, provincia, comunidad, comunidad autónoma, estado, zona, departamento geográfico',
      },
    },
  },
  ignored: 'diccionario de datos, línea de factura, detalle de factura, línea de presupuesto, detalle de presupuesto',
};
