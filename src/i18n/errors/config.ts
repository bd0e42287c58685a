import type { ErrorTexts } from './texts.ts';

/** The installation's settings: `cuadro.yaml` and the environment. */
export const configErrors = {
  config_invalid: {
    es: { message: 'La configuración no vale en «{key}».', expected: '', fix: 'Corríjalo donde se indica y arranque de nuevo.' },
    en: { message: 'The configuration is wrong at "{key}".', expected: '', fix: 'Mend it where indicated and start again.' },
  },
  config_variable_unknown: {
    es: { message: 'La variable {found} no es ningún ajuste de Cuadro.', expected: '', fix: 'Corrija el nombre o quítela.' },
    en: { message: 'The variable {found} is no setting of Cuadro.', expected: '', fix: 'Mend its name or take it out.' },
  },
  config_secret_in_file: {
    es: {
      message: '{where} es un secreto y no puede estar en cuadro.yaml.',
      expected: '',
      fix: 'Quítelo de ahí y délo con la variable {expected}, o con la ruta de un archivo que solo usted pueda leer (…_file).',
    },
    en: {
      message: '{where} is a secret and may not stand in cuadro.yaml.',
      expected: '',
      fix: 'Take it out and give it by the variable {expected}, or by the path of a file that only you may read (…_file).',
    },
  },
  config_secret_exposed: {
    es: {
      message: 'Otros usuarios pueden leer {where}, que guarda un secreto ({by}).',
      expected: 'un archivo que solo lea su dueño (0600)',
      fix: 'chmod 600 {where}',
    },
    en: {
      message: 'Other users can read {where}, which holds a secret ({by}).',
      expected: 'a file that only its owner reads (0600)',
      fix: 'chmod 600 {where}',
    },
  },
  config_secret_unreadable: {
    es: { message: 'No se puede leer el secreto que indica {where}: {found}', expected: '', fix: 'Compruebe la ruta y los permisos.' },
    en: { message: 'The secret that {where} names cannot be read: {found}', expected: '', fix: 'Check the path and its permissions.' },
  },
} satisfies ErrorTexts;
