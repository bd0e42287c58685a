import type { ErrorTexts } from './texts.ts';

/** The app store: a SQLite file, or PostgreSQL by DATABASE_URL. */
export const storeErrors = {
  store_unopenable: {
    es: {
      message: 'El almacén de la aplicación ({where}) no se puede abrir. {found}',
      expected: 'una carpeta que existe y en la que se puede escribir',
      fix: 'Compruebe que la carpeta existe y que quien ejecuta Cuadro tiene permiso para escribir en ella.',
    },
    en: {
      message: 'The app store ({where}) cannot be opened. {found}',
      expected: 'a folder that exists and can be written to',
      fix: 'Check that the folder exists and that whoever runs Cuadro may write to it.',
    },
  },
  store_read_only: {
    es: {
      message: 'En el almacén de la aplicación ({where}) no se puede escribir. {found}',
      expected: 'un archivo, una carpeta y un disco con permiso de escritura, o un usuario de PostgreSQL con derecho a crear tablas',
      fix: 'Dé permiso de escritura sobre el archivo y su carpeta; en PostgreSQL, haga al usuario dueño de la base de datos.',
    },
    en: {
      message: 'The app store ({where}) cannot be written to. {found}',
      expected: 'a file, folder and disk that can be written to, or a PostgreSQL user who may create tables',
      fix: 'Allow writing to the file and its folder; in PostgreSQL make the user the owner of the database.',
    },
  },
  store_corrupt: {
    es: {
      message: 'El almacén de la aplicación ({where}) está dañado o no es un almacén. {found}',
      expected: 'un archivo SQLite o una base de datos sanos',
      fix: 'No se ha tocado. Guarde una copia de lo que hay y restaure la última copia de seguridad con «cuadro restore».',
    },
    en: {
      message: 'The app store ({where}) is damaged or is no store. {found}',
      expected: 'a sound SQLite file or database',
      fix: 'It was left as it is. Keep a copy of what is there and restore the latest backup with "cuadro restore".',
    },
  },
  store_full: {
    es: {
      message: 'No queda sitio para el almacén de la aplicación ({where}). {found}',
      expected: 'espacio libre en el disco',
      fix: 'Libere espacio en ese disco. Lo que ya estaba guardado sigue intacto; lo último no se ha guardado.',
    },
    en: {
      message: 'There is no room left for the app store ({where}). {found}',
      expected: 'free space on the disk',
      fix: 'Free some space on that disk. What was stored is intact; the last change was not stored.',
    },
  },
  store_disk_failed: {
    es: {
      message: 'El disco no ha podido leer o escribir el almacén de la aplicación ({where}). {found}',
      expected: '',
      fix: 'Compruebe el disco o la unidad de red. Lo último no se ha guardado.',
    },
    en: {
      message: 'The disk could not read or write the app store ({where}). {found}',
      expected: '',
      fix: 'Check the disk or network drive. The last change was not stored.',
    },
  },
  store_busy: {
    es: {
      message: 'Otro proceso está usando el almacén de la aplicación ({where}). {found}',
      expected: '',
      fix: 'Vuelva a intentarlo; si se repite, compruebe que no hay otro programa con el archivo abierto, o suba max_connections en PostgreSQL.',
    },
    en: {
      message: 'Another process is using the app store ({where}). {found}',
      expected: '',
      fix: 'Try again; if it happens again, check that no other program has the file open, or raise max_connections in PostgreSQL.',
    },
  },
  store_url_invalid: {
    es: {
      message: 'DATABASE_URL no es la dirección de un PostgreSQL. No se muestra porque puede llevar la contraseña.',
      expected: 'postgresql://USUARIO:CONTRASEÑA@SERVIDOR:5432/BASE; con los signos especiales de la contraseña codificados (%40 por @)',
      fix: 'Corrija la variable de entorno DATABASE_URL, o quítela para guardar en un archivo del espacio de trabajo.',
    },
    en: {
      message: 'DATABASE_URL is not the address of a PostgreSQL. It is not shown, as it may hold the password.',
      expected: 'postgresql://USER:PASSWORD@HOST:5432/DATABASE, with special characters of the password encoded (%40 for @)',
      fix: 'Correct the environment variable DATABASE_URL, or remove it to keep the store in a file of the workspace.',
    },
  },
  store_unreachable: {
    es: {
      message: 'No se llega al PostgreSQL del almacén de la aplicación ({where}). {found}',
      expected: 'un servidor en marcha que acepta conexiones',
      fix: 'Compruebe que está en marcha, que DATABASE_URL apunta a él y que la red y el cortafuegos dejan pasar.',
    },
    en: {
      message: 'The PostgreSQL of the app store ({where}) cannot be reached. {found}',
      expected: 'a running server that takes connections',
      fix: 'Check that it runs, that DATABASE_URL points to it and that network and firewall let it through.',
    },
  },
  store_login_refused: {
    es: {
      message: 'El PostgreSQL del almacén de la aplicación ({where}) no admite ese usuario o esa contraseña. {found}',
      expected: '',
      fix: 'Corrija usuario y contraseña en DATABASE_URL, o el acceso en pg_hba.conf.',
    },
    en: {
      message: 'The PostgreSQL of the app store ({where}) refuses that user or password. {found}',
      expected: '',
      fix: 'Correct user and password in DATABASE_URL, or the access in pg_hba.conf.',
    },
  },
  store_database_missing: {
    es: {
      message: 'La base de datos del almacén de la aplicación ({where}) no existe. {found}',
      expected: '',
      fix: 'Créela (createdb) con el usuario de DATABASE_URL como dueño; Cuadro crea las tablas.',
    },
    en: {
      message: 'The database of the app store ({where}) does not exist. {found}',
      expected: '',
      fix: 'Create it (createdb) with the user of DATABASE_URL as its owner; Cuadro makes the tables.',
    },
  },
  store_migration_failed: {
    es: {
      message: 'El almacén de la aplicación ({where}) no se ha podido poner al día: falla el paso «{migration}».',
      expected: '',
      fix: 'Ha quedado como estaba. Siga con la versión anterior de Cuadro y avise a quien lo mantiene.',
    },
    en: {
      message: 'The app store ({where}) could not be brought up to date: step "{migration}" fails.',
      expected: '',
      fix: 'It was left as it was. Go on with the earlier version of Cuadro and tell whoever maintains it.',
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
