import type { ErrorTexts } from './texts.ts';

export const kpiErrors = {
  kpi_not_yaml: {
    es: { message: 'El indicador propio no es YAML: {found}.', expected: 'YAML', fix: 'Corrija la línea indicada.' },
    en: { message: 'The KPI of your own is not YAML: {found}.', expected: 'YAML', fix: 'Mend the line given.' },
  },
  kpi_invalid: {
    es: {
      message: 'En el indicador propio no vale «{found}».',
      expected: 'lo que indica «se espera»',
      fix: 'Corrija ese punto; docs/own-kpis.md explica cada campo con ejemplos.',
    },
    en: {
      message: 'The KPI of your own cannot have “{found}”.',
      expected: 'what “expected” says',
      fix: 'Mend that place; docs/own-kpis.md tells each field with examples.',
    },
  },
  kpi_id_taken: {
    es: {
      message: 'El catálogo ya tiene un KPI «{found}».',
      expected: 'un id que no exista',
      fix: 'Dele otro id al suyo, por ejemplo con el nombre de la empresa delante.',
    },
    en: {
      message: 'The catalogue already has a KPI “{found}”.',
      expected: 'an id that is free',
      fix: 'Give yours another id, for instance with the company’s name in front.',
    },
  },
  kpi_not_own: {
    es: {
      message: '«{found}» es un KPI de Cuadro y no se quita.',
      expected: 'un indicador propio',
      fix: '«cuadro kpis» enumera todos; los propios están en la carpeta kpis.',
    },
    en: {
      message: '“{found}” is a KPI of Cuadro and stays.',
      expected: 'a KPI of your own',
      fix: '“cuadro kpis” lists all; your own are in the folder kpis.',
    },
  },
  kpi_version_kept: {
    es: {
      message: 'El cálculo de «{found}» ha cambiado y su versión no.',
      expected: 'una versión mayor',
      fix: 'Suba «version» y ponga en «since» el día desde el que vale; la anterior se conserva.',
    },
    en: {
      message: 'The formula of “{found}” changed and its version did not.',
      expected: 'a higher version',
      fix: 'Raise “version” and set “since” to the day from which it holds; the one before is kept.',
    },
  },
  kpi_example_failed: {
    es: {
      message: 'El ejemplo «{where}» no da lo que dice.',
      expected: 'el resultado escrito a mano',
      fix: 'Revise el cálculo o el ejemplo: uno de los dos está mal.',
    },
    en: {
      message: 'The example “{where}” does not give what it says.',
      expected: 'the result worked out by hand',
      fix: 'Check the formula or the example: one of them is wrong.',
    },
  },
  kpi_file_unreadable: {
    es: { message: 'No se puede leer {where}.', expected: 'un archivo YAML con un indicador', fix: 'Compruebe la ruta y los permisos.' },
    en: { message: '{where} cannot be read.', expected: 'a YAML file with a KPI', fix: 'Check the path and its permissions.' },
  },
} as const satisfies ErrorTexts;
