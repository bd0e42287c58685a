import type { ErrorTexts } from './texts.ts';

/** What can be wrong with a call over HTTP before any operation sees it. */
export const restErrors = {
  route_unknown: {
    es: { message: 'Aquí no hay nada ({where}).', expected: '', fix: 'Las rutas que hay están en /api y en /api/v1/openapi.json.' },
    en: { message: 'There is nothing here ({where}).', expected: '', fix: 'The routes there are stand in /api and /api/v1/openapi.json.' },
  },
  body_unreadable: {
    es: {
      message: 'El cuerpo de la petición no se puede leer.',
      expected: 'JSON bien formado, en UTF-8',
      fix: 'Corrija el JSON y repita la petición.',
    },
    en: {
      message: 'The body of the request cannot be read.',
      expected: 'well-formed JSON, in UTF-8',
      fix: 'Mend the JSON and send it again.',
    },
  },
  body_too_large: {
    es: { message: 'La petición es demasiado grande.', expected: '', fix: 'Los archivos se suben aparte, por trozos; véase /api.' },
    en: { message: 'The request is too large.', expected: '', fix: 'Files are uploaded apart, in pieces; see /api.' },
  },
  body_type_unsupported: {
    es: {
      message: 'La petición no viene en un formato admitido.',
      expected: 'Content-Type: application/json',
      fix: 'Envíe JSON y dígalo en Content-Type.',
    },
    en: {
      message: 'The request is not in a format that is taken.',
      expected: 'Content-Type: application/json',
      fix: 'Send JSON, and say so in Content-Type.',
    },
  },
  too_many_requests: {
    es: { message: 'Ha hecho demasiadas peticiones en poco tiempo.', expected: '', fix: 'Espere lo que dice Retry-After y repita.' },
    en: {
      message: 'You have made too many requests in a short time.',
      expected: '',
      fix: 'Wait for as long as Retry-After says, then repeat.',
    },
  },
  unauthenticated: {
    es: {
      message: 'Hay que identificarse.',
      expected: 'una sesión abierta o una clave de API',
      fix: 'Inicie sesión, o envíe «Authorization: Bearer CLAVE».',
    },
    en: { message: 'You are not signed in.', expected: 'a session or an API key', fix: 'Sign in, or send "Authorization: Bearer KEY".' },
  },
  query_timeout: {
    es: {
      message: 'La consulta ha pasado del tiempo que se le da.',
      expected: '',
      fix: 'Pida menos periodos, menos indicadores o menos grupos.',
    },
    en: { message: 'The query took longer than it is given.', expected: '', fix: 'Ask for fewer periods, fewer KPIs or fewer groups.' },
  },
} satisfies ErrorTexts;
