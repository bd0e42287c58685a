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

/** Operations by the permission that they ask: the order and the titles of the lists. */
export const operationGroups: readonly { readonly id: string; readonly permissions: readonly string[]; readonly words: Words }[] = [
  { id: 'figures', permissions: ['kpi.read'], words: { es: 'Cifras e indicadores', en: 'Figures and KPIs' } },
  { id: 'records', permissions: ['records.read'], words: { es: 'Registros', en: 'Records' } },
  { id: 'data', permissions: ['data.read', 'data.write'], words: { es: 'Datos', en: 'Data' } },
  {
    id: 'catalogue',
    permissions: ['catalogue.write', 'settings.write'],
    words: { es: 'Catálogo y ajustes', en: 'Catalogue and settings' },
  },
  { id: 'account', permissions: ['self', 'public'], words: { es: 'Cuenta propia', en: 'Your own account' } },
  { id: 'people', permissions: ['people.read', 'people.write'], words: { es: 'Personas y permisos', en: 'People and rights' } },
  { id: 'audit', permissions: ['audit.read'], words: { es: 'Auditoría', en: 'Audit' } },
  {
    id: 'installation',
    permissions: ['export', 'installation'],
    words: { es: 'Salida de datos e instalación', en: 'Taking data out, and the installation' },
  },
];

/** The words of the pages about REST. */
export const restWords = {
  title: { es: 'La API de Cuadro', en: "Cuadro's API" },
  other: { es: 'English', en: 'Español' },
  language: { es: 'Idioma', en: 'Language' },
  skip: { es: 'Ir al contenido', en: 'Skip to the content' },
  contents: { es: 'Contenido', en: 'Contents' },
  about: {
    es: 'Todo lo que Cuadro hace, por HTTP: las mismas operaciones que la línea de órdenes y la web. Las direcciones empiezan por {base}; se envía y se recibe JSON.',
    en: 'All that Cuadro does, over HTTP: the same operations as the command line and the web. Addresses begin with {base}; JSON goes in and comes out.',
  },
  signIn: {
    es: 'Identifíquese con la sesión del navegador o con una clave de API: «Authorization: Bearer CLAVE». Lo que ve cada cual depende de su papel: filas, datos personales e importes.',
    en: 'Identify yourself by the browser session or by an API key: "Authorization: Bearer KEY". What you see depends on your role: rows, personal data and amounts.',
  },
  queries: {
    es: 'En una petición GET los campos van en la dirección: una lista repite su nombre (by=region&by=owner.name) y una condición se escribe como en la línea de órdenes (where=region=Norte, where=amount>=1000, where=region= para los que no tienen). El resto lleva un objeto JSON.',
    en: 'In a GET request fields stand in the address: a list repeats its name (by=region&by=owner.name), and a condition is written as on the command line (where=region=North, where=amount>=1000, where=region= for those without one). All others carry a JSON object.',
  },
  document: { es: 'El documento OpenAPI 3.1', en: 'The OpenAPI 3.1 document' },
  field: { es: 'Campo', en: 'Field' },
  type: { es: 'Tipo', en: 'Type' },
  required: { es: 'obligatorio', en: 'required' },
  standard: { es: 'por defecto', en: 'default' },
  takes: { es: 'Recibe', en: 'Takes' },
  gives: { es: 'Devuelve', en: 'Gives' },
  nothing: { es: 'Nada.', en: 'Nothing.' },
  permission: { es: 'Permiso', en: 'Permission' },
  shapes: { es: 'Formas', en: 'Shapes' },
  errors: { es: 'Errores', en: 'Errors' },
  errorsAbout: {
    es: 'Un error es un documento «application/problem+json» (RFC 9457) con un código que no cambia, el mismo en la línea de órdenes, y con qué se esperaba, qué se encontró y cómo arreglarlo, en el idioma de Accept-Language.',
    en: 'An error is an "application/problem+json" document (RFC 9457) with a code that does not change, the same on the command line, and with what was expected, what was found and how to mend it, in the language of Accept-Language.',
  },
  status: { es: 'Estado', en: 'Status' },
  code: { es: 'Código', en: 'Code' },
  meaning: { es: 'Qué pasa', en: 'What is wrong' },
  fix: { es: 'Qué hacer', en: 'What to do' },
  answer: { es: 'La respuesta.', en: 'The answer.' },
  problem: { es: 'Por qué no.', en: 'Why not.' },
  session: { es: 'La sesión del navegador.', en: 'The browser session.' },
  key: { es: 'Una clave de API.', en: 'An API key.' },
} satisfies Record<string, Words>;
