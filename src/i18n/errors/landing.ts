import type { ErrorTexts } from './texts.ts';

/** Mappings, batches and the rows that an import leaves out. */
export const landingErrors = {
  mapping_missing: {
    es: {
      message: 'No hay mapeo para {where}.',
      expected: 'un mapeo',
      fix: 'Indique uno con --map MAPEO.yaml; «cuadro import --suggest RUTA…» propone uno.',
    },
    en: {
      message: 'There is no mapping for {where}.',
      expected: 'a mapping',
      fix: 'Give one with --map MAPPING.yaml; "cuadro import --suggest PATH…" proposes one.',
    },
  },
  mapping_too_large: {
    es: {
      message: 'El mapeo {where} es demasiado grande.',
      expected: 'menos de un millón de caracteres',
      fix: 'Compruebe que ha indicado el archivo correcto.',
    },
    en: {
      message: 'The mapping {where} is too large.',
      expected: 'less than a million characters',
      fix: 'Check that you named the right file.',
    },
  },
  mapping_syntax: {
    es: {
      message: 'El mapeo no es YAML válido en {where}: {found}',
      expected: 'YAML sin anclas ni alias',
      fix: 'Corrija esa línea: sangrías con espacios, comillas y corchetes cerrados.',
    },
    en: {
      message: 'The mapping is not valid YAML at {where}: {found}',
      expected: 'YAML without anchors or aliases',
      fix: 'Mend that line: indent with spaces, close quotes and brackets.',
    },
  },
  mapping_duplicate_key: {
    es: { message: 'En {where} la clave «{found}» aparece dos veces.', expected: 'cada clave una sola vez', fix: 'Deje una de las dos.' },
    en: { message: 'At {where} the key "{found}" stands twice.', expected: 'each key once', fix: 'Keep one of the two.' },
  },
  mapping_key_unknown: {
    es: { message: 'En {where} no se conoce la clave «{key}».', expected: '', fix: '¿Quería decir «{nearest}»?' },
    en: { message: 'At {where} the key "{key}" is not known.', expected: '', fix: 'Did you mean "{nearest}"?' },
  },
  mapping_key_missing: {
    es: { message: 'En {where} falta «{key}».', expected: '{key}', fix: 'Añádala al mapeo.' },
    en: { message: 'At {where} "{key}" is missing.', expected: '{key}', fix: 'Add it to the mapping.' },
  },
  mapping_value_invalid: {
    es: { message: 'En {where} no vale {found}.', expected: 'lo que admite «{key}»', fix: 'Corrija «{key}» en el mapeo.' },
    en: { message: 'At {where} {found} will not do.', expected: 'what "{key}" allows', fix: 'Mend "{key}" in the mapping.' },
  },
  mapping_rule_invalid: {
    es: {
      message: 'La regla de «{field}» en {where} no se entiende: {found}.',
      expected: '{from, values, default, empty, dates, money, decimal}, {value}, {sql} o {row: true}',
      fix: 'Deje una sola forma de regla.',
    },
    en: {
      message: 'The rule for "{field}" at {where} makes no sense: {found}.',
      expected: '{from, values, default, empty, dates, money, decimal}, {value}, {sql} or {row: true}',
      fix: 'Keep one kind of rule.',
    },
  },
  mapping_row_rule: {
    es: {
      message: '{row: true} solo sirve para «id», y en {where} está en «{field}».',
      expected: 'id: {row: true}',
      fix: 'Use una columna, {value} o {sql}.',
    },
    en: {
      message: '{row: true} is for "id" only, and at {where} it stands for "{field}".',
      expected: 'id: {row: true}',
      fix: 'Use a column, {value} or {sql}.',
    },
  },
  mapping_where_and_query: {
    es: {
      message: 'En {where} hay «where» y «query» a la vez.',
      expected: 'una de las dos',
      fix: 'Ponga la condición dentro de la consulta.',
    },
    en: { message: 'At {where} there are both "where" and "query".', expected: 'one of them', fix: 'Put the condition into the query.' },
  },
  mapping_entity_unknown: {
    es: { message: 'En {where} no existe la entidad «{entity}».', expected: '', fix: '¿Quería decir «{nearest}»?' },
    en: { message: 'At {where} there is no entity "{entity}".', expected: '', fix: 'Did you mean "{nearest}"?' },
  },
  mapping_field_unknown: {
    es: {
      message: 'En {where}: la entidad «{entity}» no tiene el campo «{field}».',
      expected: '',
      fix: '¿Quería decir «{nearest}»? Lo que no se mapea se conserva como campo propio.',
    },
    en: {
      message: 'At {where}: the entity "{entity}" has no field "{field}".',
      expected: '',
      fix: 'Did you mean "{nearest}"? What is not mapped is kept as custom.',
    },
  },
  mapping_id_missing: {
    es: {
      message: 'En {where} la entidad «{entity}» no tiene «id».',
      expected: 'id: COLUMNA o id: {row: true}',
      fix: 'Diga qué columna identifica cada registro.',
    },
    en: {
      message: 'At {where} the entity "{entity}" has no "id".',
      expected: 'id: COLUMN or id: {row: true}',
      fix: 'Say which column identifies each record.',
    },
  },
  mapping_file_path: {
    es: {
      message: 'En {where} «{found}» es una ruta.',
      expected: 'un nombre de archivo o un patrón, sin carpetas',
      fix: 'Ponga solo el nombre; las carpetas se dan en la orden.',
    },
    en: {
      message: 'At {where} "{found}" is a path.',
      expected: 'a file name or pattern, without folders',
      fix: 'Give only the name; folders belong on the command line.',
    },
  },
  mapping_file_missing: {
    es: {
      message: 'Ningún archivo de la importación se llama «{file}» ({where}).',
      expected: '',
      fix: '¿Quería decir «{nearest}»? Corrija el nombre o añada el archivo a la orden.',
    },
    en: {
      message: 'No file of the import is called "{file}" ({where}).',
      expected: '',
      fix: 'Did you mean "{nearest}"? Mend the name or add the file to the command.',
    },
  },
  mapping_column_unknown: {
    es: { message: '{file} no tiene la columna «{column}» ({where}).', expected: '', fix: '¿Quería decir «{nearest}»?' },
    en: { message: '{file} has no column "{column}" ({where}).', expected: '', fix: 'Did you mean "{nearest}"?' },
  },
  mapping_constant_invalid: {
    es: { message: 'En {where} el valor fijo {found} no vale para «{field}».', expected: '', fix: 'Corrija el valor.' },
    en: { message: 'At {where} the constant {found} will not do for "{field}".', expected: '', fix: 'Mend the value.' },
  },
  mapping_timezone_unknown: {
    es: {
      message: 'En {where} no existe el huso horario «{found}».',
      expected: 'Europe/Madrid, America/Bogota, UTC…',
      fix: 'Use un nombre de la base IANA.',
    },
    en: {
      message: 'At {where} there is no time zone "{found}".',
      expected: 'Europe/Madrid, America/Bogota, UTC…',
      fix: 'Use a name of the IANA database.',
    },
  },
  mapping_exported_at_invalid: {
    es: { message: 'En {where} «{found}» no es una fecha.', expected: 'AAAA-MM-DD o AAAA-MM-DDTHH:MM:SSZ', fix: 'Corrija «exported_at».' },
    en: { message: 'At {where} "{found}" is no date.', expected: 'YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ', fix: 'Mend "exported_at".' },
  },
  mapping_source_changed: {
    es: {
      message: 'El mapeo corregido es de otra fuente ({where}): {found}.',
      expected: '',
      fix: 'Deje la fuente como estaba, o deshaga el lote e importe de nuevo.',
    },
    en: {
      message: 'The corrected mapping is for another source ({where}): {found}.',
      expected: '',
      fix: 'Leave the source as it was, or undo the batch and import again.',
    },
  },
  mapping_sql_invalid: {
    es: { message: 'El SQL de {where} no se entiende: {found}', expected: 'SQL de DuckDB', fix: 'Corrija la consulta o la expresión.' },
    en: { message: 'The SQL at {where} cannot be read: {found}', expected: 'DuckDB SQL', fix: 'Mend the query or expression.' },
  },
  mapping_sql_not_select: {
    es: {
      message: 'El SQL de {where} no es una sola lectura: {found}',
      expected: 'un único SELECT, o una única expresión en «where» y «sql»',
      fix: 'Deje solo la lectura: aquí no se puede escribir ni cambiar nada.',
    },
    en: {
      message: 'The SQL at {where} is not one plain reading: {found}',
      expected: 'one SELECT, or one expression in "where" and "sql"',
      fix: 'Keep only the reading: nothing can be written or changed here.',
    },
  },
  mapping_sql_forbidden: {
    es: {
      message: 'El SQL de {where} quiere salir de la importación: {found}',
      expected: 'solo los archivos de esta importación',
      fix: 'Añada a la orden el archivo que necesite y use su nombre como tabla.',
    },
    en: {
      message: 'The SQL at {where} reaches beyond the import: {found}',
      expected: 'only the files of this import',
      fix: 'Add the file you need to the command and use its name as a table.',
    },
  },
  mapping_sql_failed: {
    es: {
      message: 'El SQL de {where} ha fallado: {found}',
      expected: 'un SELECT que funcione con estas columnas (todas son texto)',
      fix: 'Corríjalo; convierta lo que haga falta, por ejemplo precio::decimal(18,4).',
    },
    en: {
      message: 'The SQL at {where} failed: {found}',
      expected: 'a SELECT that works on these columns (all are text)',
      fix: 'Mend it; cast what you need, e.g. price::decimal(18,4).',
    },
  },
  mapping_sql_timeout: {
    es: {
      message: 'El SQL de {where} ha tardado más de {seconds} segundos.',
      expected: 'una lectura que termine antes',
      fix: 'Simplifíquelo: revise los cruces sin condición y las recursiones.',
    },
    en: {
      message: 'The SQL at {where} took more than {seconds} seconds.',
      expected: 'a reading that ends sooner',
      fix: 'Simplify it: look for joins without a condition and for recursion.',
    },
  },
  mapping_sql_memory: {
    es: {
      message: 'El SQL de {where} necesita más memoria o disco de lo permitido ({megabytes} MB).',
      expected: 'una lectura más pequeña',
      fix: 'Simplifíquelo: revise los cruces sin condición y las listas enormes.',
    },
    en: {
      message: 'The SQL at {where} needs more memory or disk than allowed ({megabytes} MB).',
      expected: 'a smaller reading',
      fix: 'Simplify it: look for joins without a condition and huge lists.',
    },
  },
  ambiguous_dates: {
    es: {
      message: 'Las fechas de «{column}» se pueden leer de varias formas ({where}): {found}',
      expected: '{choices}',
      fix: 'Diga cuál es con «dates» en la columna o en «format».',
    },
    en: {
      message: 'The dates of "{column}" can be read in several ways ({where}): {found}',
      expected: '{choices}',
      fix: 'Say which with "dates" in the column or in "format".',
    },
  },
  ambiguous_number: {
    es: {
      message: 'Los números de «{column}» se pueden leer de dos formas ({where}): {found}',
      expected: '{choices}',
      fix: 'Diga cuál es la marca decimal con «decimal» en la columna o en «format».',
    },
    en: {
      message: 'The numbers of "{column}" can be read in two ways ({where}): {found}',
      expected: '{choices}',
      fix: 'Say which mark is the decimal one with "decimal" in the column or in "format".',
    },
  },
  rows_rejected: {
    es: {
      message: 'Con --strict no se admite ningún rechazo y hay {rows} filas rechazadas: no se ha importado nada.',
      expected: '0 filas rechazadas',
      fix: 'Corrija los datos o el mapeo (detalle en {file}), o importe sin --strict.',
    },
    en: {
      message: 'With --strict nothing may be rejected, and {rows} rows are: nothing was imported.',
      expected: '0 rejected rows',
      fix: 'Mend the data or the mapping (details in {file}), or import without --strict.',
    },
  },
  batch_unknown: {
    es: { message: 'No existe el lote «{batch}».', expected: '', fix: 'Vea los lotes con «cuadro batches».' },
    en: { message: 'There is no batch "{batch}".', expected: '', fix: 'See the batches with "cuadro batches".' },
  },
  batch_already_undone: {
    es: {
      message: 'El lote «{batch}» ya está deshecho.',
      expected: '',
      fix: 'No hace falta nada más; vea los que siguen vigentes con «cuadro batches».',
    },
    en: {
      message: 'The batch "{batch}" is undone already.',
      expected: '',
      fix: 'Nothing more to do; see those in force with "cuadro batches".',
    },
  },
  missing_id: {
    es: { message: 'La fila no tiene identificador.', expected: 'un id', fix: 'Rellénelo en el origen o use {row: true}.' },
    en: { message: 'The row has no id.', expected: 'an id', fix: 'Fill it in at the source or use {row: true}.' },
  },
  duplicate_id: {
    es: {
      message: 'El mismo identificador está en filas que se contradicen.',
      expected: 'un id por registro',
      fix: 'Quite las repetidas, mapee «updated_at» o elija otra columna como id.',
    },
    en: {
      message: 'The same id stands in rows that contradict each other.',
      expected: 'one id a record',
      fix: 'Remove the repeated ones, map "updated_at" or choose another column as id.',
    },
  },
} satisfies ErrorTexts;

/** What is odd but taken: the words of each warning of an import. */
export const landingWarnings = {
  missing_reference: {
    es: 'referencia vacía o a un registro que no existe',
    en: 'reference that is empty or to a record that is not there',
  },
  time_order: { es: 'fecha anterior a la de inicio', en: 'date before the one it follows' },
  future_time: { es: 'fecha posterior a la importación', en: 'date after the import' },
  negative_value: { es: 'valor negativo imposible', en: 'impossible negative value' },
  out_of_range: { es: 'valor fuera de su escala', en: 'value outside its scale' },
  cycle: { es: 'registros que son su propio superior', en: 'records that are their own parent' },
  duplicate_row: { es: 'fila repetida', en: 'repeated row' },
} as const satisfies Readonly<Record<string, { readonly es: string; readonly en: string }>>;
