import type { ErrorTexts } from './texts.ts';

export const queryErrors = {
  unknown_kpi: {
    es: { message: 'No existe el KPI «{found}».', expected: 'un KPI del catálogo', fix: 'Consulte los que hay con «cuadro kpis».' },
    en: { message: 'There is no KPI “{found}”.', expected: 'a KPI of the catalogue', fix: 'See which there are with “cuadro kpis”.' },
  },
  customer_unknown: {
    es: {
      message: 'No hay ningún cliente con el código «{found}» que usted pueda ver.',
      expected: 'el código de una cuenta',
      fix: 'Búsquelo por su nombre en la lista de clientes.',
    },
    en: {
      message: 'There is no customer with the code “{found}” that you may see.',
      expected: 'the code of an account',
      fix: 'Look for it by its name in the list of customers.',
    },
  },
  currency_without_rate: {
    es: {
      message: 'No hay tipo de cambio de «{found}» el último día de los datos.',
      expected: 'la moneda de la empresa u otra con tipo de cambio ese día',
      fix: 'Elija una de las indicadas o importe sus tipos de cambio.',
    },
    en: {
      message: 'There is no exchange rate of “{found}” on the last day of the data.',
      expected: "the company's currency or another with a rate on that day",
      fix: 'Choose one of those listed, or import its exchange rates.',
    },
  },
  unknown_variant: {
    es: {
      message: 'El KPI {where} no tiene la variante «{found}».',
      expected: 'una de sus variantes',
      fix: 'Elija una de las indicadas o quite --variant.',
    },
    en: {
      message: 'The KPI {where} has no variant “{found}”.',
      expected: 'one of its variants',
      fix: 'Choose one of those listed or leave out --variant.',
    },
  },
  unknown_parameter: {
    es: {
      message: 'El KPI {where} no tiene el parámetro «{found}».',
      expected: 'uno de sus parámetros',
      fix: 'Corrija «kpis» en cuadro.yaml; «cuadro kpis {where}» los enumera.',
    },
    en: {
      message: 'The KPI {where} has no parameter “{found}”.',
      expected: 'one of its parameters',
      fix: 'Mend “kpis” in cuadro.yaml; “cuadro kpis {where}” lists them.',
    },
  },
  invalid_parameter: {
    es: { message: 'El parámetro {where} no admite «{found}».', expected: 'un valor permitido', fix: 'Corrija «kpis» en cuadro.yaml.' },
    en: { message: 'The parameter {where} does not take “{found}”.', expected: 'an allowed value', fix: 'Mend “kpis” in cuadro.yaml.' },
  },
  unknown_dimension: {
    es: {
      message: 'Desde «{where}» no se llega a la dimensión «{found}».',
      expected: 'una dimensión al alcance del KPI',
      fix: 'Use una de las indicadas, o importe la columna que falta.',
    },
    en: {
      message: 'The dimension “{found}” cannot be reached from “{where}”.',
      expected: 'a dimension that the KPI reaches',
      fix: 'Use one of those listed, or import the column that is missing.',
    },
  },
  unknown_segment: {
    es: {
      message: 'No hay ningún segmento «{found}».',
      expected: 'un segmento de cuadro.yaml',
      fix: 'Use uno de los que enumera «cuadro segments», o añádalo a «segments» en cuadro.yaml.',
    },
    en: {
      message: 'There is no segment “{found}”.',
      expected: 'a segment of cuadro.yaml',
      fix: 'Use one that “cuadro segments” lists, or add it to “segments” in cuadro.yaml.',
    },
  },
  cohort_measure: {
    es: {
      message: 'De las cohortes de «{kind}» no se mide «{found}».',
      expected: 'una medida de esa clase de cohorte',
      fix: 'Elija una de las indicadas.',
    },
    en: {
      message: 'Cohorts of “{kind}” are not measured by “{found}”.',
      expected: 'a measure of that kind of cohort',
      fix: 'Choose one of those named.',
    },
  },
  segment_unreachable: {
    es: {
      message: 'El segmento «{found}» no se puede aplicar a «{where}»: sus filas no llevan a ningún registro de «{entity}».',
      expected: 'un KPI o un segmento que se alcancen',
      fix: 'Use un segmento de otra entidad o filtre por una dimensión del KPI.',
    },
    en: {
      message: 'The segment “{found}” cannot be applied to “{where}”: its rows lead to no record of “{entity}”.',
      expected: 'a KPI and a segment that reach each other',
      fix: 'Use a segment of another entity, or filter by a dimension of the KPI.',
    },
  },
  segment_dimension: {
    es: {
      message: 'En {where}, «{found}» no es una dimensión de «{entity}».',
      expected: 'una dimensión de la entidad del segmento',
      fix: 'Corrija el segmento con una de las indicadas, o importe la columna que falta.',
    },
    en: {
      message: 'In {where}, “{found}” is no dimension of “{entity}”.',
      expected: 'a dimension of the segment’s entity',
      fix: 'Mend the segment with one of those listed, or import the column that is missing.',
    },
  },
  segment_unavailable: {
    es: {
      message: 'El segmento de {where} usa «{found}» y faltan los datos de los que sale.',
      expected: 'datos importados',
      fix: 'Importe lo indicado, o quite esa parte del segmento.',
    },
    en: {
      message: 'The segment of {where} uses “{found}”, and the data it comes from are missing.',
      expected: 'imported data',
      fix: 'Import what is named, or take that part out of the segment.',
    },
  },
  invalid_filter_value: {
    es: {
      message: 'El filtro sobre «{where}» no entiende «{found}».',
      expected: 'un valor del tipo de la dimensión',
      fix: 'Corrija el valor de --where.',
    },
    en: {
      message: 'The filter on “{where}” does not understand “{found}”.',
      expected: 'a value of the dimension’s type',
      fix: 'Mend the value of --where.',
    },
  },
  invalid_filter: {
    es: {
      message: 'No se entiende el filtro «{found}».',
      expected: 'DIMENSIÓN=VALOR, !=, >= o <=',
      fix: 'Escríbalo como --where owner.name=Ana.',
    },
    en: {
      message: 'The filter “{found}” is not understood.',
      expected: 'DIMENSION=VALUE, !=, >= or <=',
      fix: 'Write it like --where owner.name=Ana.',
    },
  },
  invalid_query: {
    es: {
      message: 'La consulta no es válida en {where}.',
      expected: 'lo que admite la consulta',
      fix: 'Corrija la opción indicada; «cuadro query --help» las explica.',
    },
    en: {
      message: 'The query is not valid at {where}.',
      expected: 'what a query takes',
      fix: 'Mend the option named; “cuadro query --help” explains them.',
    },
  },
  range_reversed: {
    es: {
      message: 'El periodo empieza después de acabar: {found}.',
      expected: 'una fecha inicial no posterior a la final',
      fix: 'Cambie --from o --to.',
    },
    en: { message: 'The range starts after it ends: {found}.', expected: 'a first date not after the last', fix: 'Change --from or --to.' },
  },
  too_many_periods: {
    es: {
      message: 'La consulta pide {found} periodos; el límite es {limit}.',
      expected: 'un intervalo más corto o periodos más largos',
      fix: 'Acorte --from/--to o use --grain week o month.',
    },
    en: {
      message: 'The query asks for {found} periods; the limit is {limit}.',
      expected: 'a shorter range or longer periods',
      fix: 'Shorten --from/--to or use --grain week or month.',
    },
  },
  no_records: {
    es: {
      message: 'El KPI {where} no es la cuenta de unos registros, sino un cálculo sobre otros.',
      expected: 'un KPI con registros detrás',
      fix: 'Pida los registros de sus componentes: {parts}.',
    },
    en: {
      message: 'The KPI {where} does not count records; it is computed from others.',
      expected: 'a KPI with records behind it',
      fix: 'Ask for the records of its parts: {parts}.',
    },
  },
  not_sortable: {
    es: {
      message: 'Los registros de {where} no se pueden ordenar por «{found}».',
      expected: 'un campo suyo que usted pueda ver',
      fix: 'Ordene por otro campo, o por «id».',
    },
    en: {
      message: 'Records of {where} cannot be sorted by “{found}”.',
      expected: 'a field of theirs that you may see',
      fix: 'Sort by another field, or by “id”.',
    },
  },
  not_explainable: {
    es: {
      message: 'El cambio de {where} no se descompone en efectos exactos.',
      expected: 'un KPI que sea razón, suma o recuento',
      fix: 'Explique sus componentes por separado.',
    },
    en: {
      message: 'The change of {where} does not break down into exact effects.',
      expected: 'a KPI that is a ratio, a sum or a count',
      fix: 'Explain its parts one by one.',
    },
  },
  kpi_unavailable: {
    es: {
      message: 'Faltan datos para calcular {where}: {found}.',
      expected: 'los campos que necesita',
      fix: 'Importe esos campos; «cuadro kpis {where}» dice cuáles son.',
    },
    en: {
      message: 'Data are missing to compute {where}: {found}.',
      expected: 'the fields it needs',
      fix: 'Import those fields; “cuadro kpis {where}” says which they are.',
    },
  },
  nothing_to_compare: {
    es: {
      message: 'El KPI {where} no tiene valor en uno de los dos periodos: {found}.',
      expected: 'un valor en ambos periodos',
      fix: 'Elija otro periodo o compare contra otras fechas con --against.',
    },
    en: {
      message: 'The KPI {where} has no value in one of the two periods: {found}.',
      expected: 'a value in both periods',
      fix: 'Choose another period or compare against other dates with --against.',
    },
  },
  unknown_dataset: {
    es: {
      message: 'No existe el conjunto de datos «{found}».',
      expected: 'una entidad o un conjunto derivado',
      fix: 'Es un fallo de Cuadro: comuníquelo.',
    },
    en: {
      message: 'There is no dataset “{found}”.',
      expected: 'an entity or a derived dataset',
      fix: 'This is a fault of Cuadro: please report it.',
    },
  },
  not_money: {
    es: { message: '«{found}» no es un importe de «{where}».', expected: 'un campo de dinero', fix: 'Es un fallo de Cuadro: comuníquelo.' },
    en: {
      message: '“{found}” is not an amount of “{where}”.',
      expected: 'a money field',
      fix: 'This is a fault of Cuadro: please report it.',
    },
  },
  scan_not_run: {
    es: { message: 'Falta una parte del cálculo.', expected: 'un plan completo', fix: 'Es un fallo de Cuadro: comuníquelo.' },
    en: { message: 'A part of the computation is missing.', expected: 'a whole plan', fix: 'This is a fault of Cuadro: please report it.' },
  },
} satisfies ErrorTexts;
