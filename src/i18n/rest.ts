import type { Language, Words } from './language.ts';

const titles: Readonly<Record<number, Words>> = {
  400: { es: 'Petición no válida', en: 'Invalid request' },
  401: { es: 'Sin identificar', en: 'Not signed in' },
  403: { es: 'Sin permiso', en: 'Not allowed' },
  404: { es: 'No existe', en: 'Not found' },
  405: { es: 'Método no admitido', en: 'Method not allowed' },
  409: { es: 'En conflicto con lo que hay', en: 'In conflict with what is there' },
  413: { es: 'Demasiado grande', en: 'Too large' },
  415: { es: 'Formato no admitido', en: 'Format not supported' },
  422: { es: 'No se puede atender', en: 'Cannot be done' },
  429: { es: 'Demasiadas peticiones', en: 'Too many requests' },
  499: { es: 'Cancelado', en: 'Cancelled' },
  500: { es: 'Fallo del servidor', en: 'Server fault' },
  503: { es: 'Ahora no es posible', en: 'Not possible at the moment' },
};

/** What an HTTP status means, in a few words. */
export const statusTitle = (status: number, language: Language): string =>
  (titles[status] ?? titles[status < 500 ? 400 : 500] ?? { es: '', en: '' })[language];
