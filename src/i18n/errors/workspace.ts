import type { ErrorTexts } from './texts.ts';

/** The workspace's folder, its settings, exports, backups. */
export const workspaceErrors = {
  workspace_missing: {
    es: {
      message: 'En {where} no hay ningún espacio de trabajo.',
      expected: 'una carpeta con cuadro.yaml',
      fix: 'Créelo con «cuadro init» (o «cuadro demo» para la empresa de ejemplo), o diga dónde está con --data CARPETA.',
    },
    en: {
      message: 'There is no workspace in {where}.',
      expected: 'a folder with cuadro.yaml',
      fix: 'Make one with "cuadro init" (or "cuadro demo" for the sample company), or say where it is with --data FOLDER.',
    },
  },
  workspace_exists: {
    es: {
      message: 'En {where} ya hay un espacio de trabajo.',
      expected: 'una carpeta sin cuadro.yaml',
      fix: 'Úselo tal cual, o elija otra carpeta con --data CARPETA.',
    },
    en: {
      message: 'There is a workspace in {where} already.',
      expected: 'a folder without cuadro.yaml',
      fix: 'Use it as it is, or choose another folder with --data FOLDER.',
    },
  },
  folder_not_writable: {
    es: {
      message: 'No se puede escribir en {where}: {found}',
      expected: '',
      fix: 'Compruebe los permisos y el espacio, o elija otra carpeta.',
    },
    en: { message: 'Cannot write to {where}: {found}', expected: '', fix: 'Check permissions and space, or choose another folder.' },
  },
  settings_unreadable: {
    es: { message: 'No se puede leer {where}: {found}', expected: '', fix: 'Compruebe que el archivo existe y que puede leerlo.' },
    en: { message: 'Cannot read {where}: {found}', expected: '', fix: 'Check that the file exists and that you may read it.' },
  },
  settings_not_yaml: {
    es: {
      message: '{where} no es YAML válido: {found}',
      expected: 'YAML',
      fix: 'Corrija esa línea: sangrías con espacios, comillas cerradas, claves sin repetir.',
    },
    en: {
      message: '{where} is not valid YAML: {found}',
      expected: 'YAML',
      fix: 'Mend that line: indent with spaces, close quotes, no key twice.',
    },
  },
  settings_invalid: {
    es: { message: 'Los ajustes no valen en «{key}».', expected: '', fix: 'Corrija «{key}» en cuadro.yaml.' },
    en: { message: 'The settings are wrong at "{key}".', expected: '', fix: 'Mend "{key}" in cuadro.yaml.' },
  },
  export_folder_not_empty: {
    es: {
      message: 'La carpeta {where} no está vacía.',
      expected: 'una carpeta vacía o que aún no exista',
      fix: 'Elija otra carpeta; la exportación no sobrescribe nada.',
    },
    en: {
      message: 'The folder {where} is not empty.',
      expected: 'an empty folder or one that is not there yet',
      fix: 'Choose another; an export overwrites nothing.',
    },
  },
  unknown_dataset: {
    es: { message: 'No hay ninguna entidad ni conjunto de datos «{found}».', expected: '', fix: 'Elija uno de los esperados.' },
    en: { message: 'There is no entity or dataset "{found}".', expected: '', fix: 'Choose one of those expected.' },
  },
  file_exists: {
    es: {
      message: 'El archivo {where} ya existe.',
      expected: 'un archivo que aún no exista',
      fix: 'Elija otro nombre: la copia no sobrescribe nada.',
    },
    en: {
      message: 'The file {where} exists already.',
      expected: 'a file that is not there yet',
      fix: 'Choose another name: a backup overwrites nothing.',
    },
  },
  file_missing: {
    es: { message: 'No existe el archivo {where}.', expected: 'un archivo que se pueda leer', fix: 'Compruebe la ruta.' },
    en: { message: 'There is no file {where}.', expected: 'a file that can be read', fix: 'Check the path.' },
  },
  backup_invalid: {
    es: {
      message: '{where} no es una copia de Cuadro o está dañada: {found}',
      expected: 'un archivo hecho con «cuadro backup»',
      fix: 'Use otra copia. No se ha restaurado nada.',
    },
    en: {
      message: '{where} is not a backup of Cuadro or is damaged: {found}',
      expected: 'a file made by "cuadro backup"',
      fix: 'Use another backup. Nothing was restored.',
    },
  },
  backup_too_new: {
    es: {
      message: 'La copia {where} es de una versión posterior de Cuadro.',
      expected: '',
      fix: 'Ponga al día Cuadro y restáurela de nuevo.',
    },
    en: { message: 'The backup {where} is of a later version of Cuadro.', expected: '', fix: 'Update Cuadro and restore it again.' },
  },
  restore_not_empty: {
    es: {
      message: 'La carpeta {where} no está vacía.',
      expected: 'una carpeta vacía o que aún no exista',
      fix: 'Elija otra con --data CARPETA: restaurar no sobrescribe nada.',
    },
    en: {
      message: 'The folder {where} is not empty.',
      expected: 'an empty folder or one that is not there yet',
      fix: 'Choose another with --data FOLDER: restoring overwrites nothing.',
    },
  },
  settings_changed: {
    es: {
      message: 'Alguien ha cambiado los ajustes mientras usted los editaba; no se ha guardado nada.',
      expected: 'los ajustes tal como están ahora',
      fix: 'Vea cómo están ahora y repita su cambio.',
    },
    en: {
      message: 'Someone has changed the settings while you were editing them; nothing was saved.',
      expected: 'the settings as they are now',
      fix: 'Look at them as they are now and repeat your change.',
    },
  },
  backups_outside: {
    es: {
      message: 'La carpeta de copias «{found}» está fuera del espacio de trabajo.',
      expected: 'una carpeta dentro de él, como «copias»',
      fix: 'Para guardarlas en otro disco, escriba backups.folder en cuadro.yaml o use «cuadro settings» en la propia máquina.',
    },
    en: {
      message: 'The backup folder "{found}" is outside the workspace.',
      expected: 'a folder inside it, such as "backups"',
      fix: 'To keep them on another disk, write backups.folder in cuadro.yaml or use "cuadro settings" at the machine itself.',
    },
  },
  settings_unwritable: {
    es: {
      message: 'No se puede escribir {where}: {found}',
      expected: '',
      fix: 'Compruebe los permisos de la carpeta y el espacio en disco.',
    },
    en: { message: 'Cannot write {where}: {found}', expected: '', fix: "Check the folder's permissions and the space on the disk." },
  },
  workspace_busy: {
    es: {
      message: 'Otro proceso ({found}) tiene abierto el espacio de trabajo {where}.',
      expected: '',
      fix: 'Espere a que termine, o pare el servidor, y repita la orden.',
    },
    en: {
      message: 'Another process ({found}) has the workspace {where} open.',
      expected: '',
      fix: 'Wait until it ends, or stop the server, and repeat the command.',
    },
  },
  warehouse_unreadable: {
    es: {
      message: 'No se puede abrir el almacén de datos {where}: {found}',
      expected: '',
      fix: 'Compruebe permisos y espacio en disco; si el archivo está dañado, restaure una copia con «cuadro restore».',
    },
    en: {
      message: 'The warehouse {where} cannot be opened: {found}',
      expected: '',
      fix: 'Check permissions and disk space; if the file is damaged, restore a backup with "cuadro restore".',
    },
  },
  workspace_too_new: {
    es: {
      message: 'El espacio de trabajo {where} es de una versión posterior de Cuadro (formato {found}).',
      expected: '',
      fix: 'Ponga al día Cuadro y repita la orden.',
    },
    en: {
      message: 'The workspace {where} was made by a later version of Cuadro (format {found}).',
      expected: '',
      fix: 'Update Cuadro and repeat the command.',
    },
  },
  cancelled: {
    es: { message: 'Se ha cancelado; no se ha cambiado nada.', expected: '', fix: 'Repita la orden cuando quiera.' },
    en: { message: 'Cancelled; nothing was changed.', expected: '', fix: 'Repeat the command when you like.' },
  },
  mapping_unreadable: {
    es: { message: 'No se puede leer el mapeo {where}: {found}', expected: 'un archivo YAML', fix: 'Compruebe la ruta y los permisos.' },
    en: { message: 'Cannot read the mapping {where}: {found}', expected: 'a YAML file', fix: 'Check the path and the permissions.' },
  },
} satisfies ErrorTexts;
