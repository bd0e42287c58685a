import type { ErrorTexts } from './texts.ts';

/** Accounts, rights and the store behind them. */
export const accessErrors = {
  forbidden: {
    es: {
      message: 'Su papel ({found}) no da derecho a esto.',
      expected: 'un papel con el permiso «{expected}»',
      fix: 'Pídaselo a quien administra Cuadro en su empresa.',
    },
    en: {
      message: 'Your role ({found}) gives no right to this.',
      expected: 'a role with the permission "{expected}"',
      fix: 'Ask whoever administers Cuadro in your company.',
    },
  },
  store_unreadable: {
    es: {
      message: 'El almacén de la aplicación ({where}) no se puede abrir. {found}',
      expected: 'un archivo SQLite sano, o un PostgreSQL al que se llega',
      fix: 'Compruebe permisos y espacio en disco, o DATABASE_URL; si el archivo está dañado, restaure una copia con «cuadro restore».',
    },
    en: {
      message: 'The app store ({where}) cannot be opened. {found}',
      expected: 'a sound SQLite file, or a PostgreSQL that can be reached',
      fix: 'Check permissions and disk space, or DATABASE_URL; if the file is damaged, restore a backup with "cuadro restore".',
    },
  },
  store_too_new: {
    es: {
      message: 'El almacén de la aplicación ({where}) lo escribió una versión más nueva de Cuadro. {found}',
      expected: '',
      fix: 'Actualice Cuadro a esa versión o a otra posterior.',
    },
    en: {
      message: 'The app store ({where}) was written by a newer version of Cuadro. {found}',
      expected: '',
      fix: 'Update Cuadro to that version or a later one.',
    },
  },
} satisfies ErrorTexts;
