import type { ErrorTexts } from './texts.ts';

/** Files that cannot be read, and rows and values of theirs that cannot. */
export const fileErrors = {
  file_not_found: {
    es: { message: 'No se encuentra {where}.', expected: 'un archivo o una carpeta que exista', fix: 'Compruebe la ruta.' },
    en: { message: '{where} was not found.', expected: 'a file or folder that exists', fix: 'Check the path.' },
  },
  unreadable_file: {
    es: {
      message: 'No se puede leer {where} ({found}).',
      expected: 'un archivo con permiso de lectura',
      fix: 'Compruebe los permisos del archivo.',
    },
    en: { message: '{where} cannot be read ({found}).', expected: 'a file that may be read', fix: 'Check the permissions of the file.' },
  },
  not_a_file: {
    es: {
      message: '{where} no es un archivo normal.',
      expected: 'un archivo o una carpeta',
      fix: 'Copie los datos en un archivo e impórtelo.',
    },
    en: { message: '{where} is not a regular file.', expected: 'a file or a folder', fix: 'Copy the data to a file and import that.' },
  },
  no_files: {
    es: {
      message: 'En {where} no hay nada que importar.',
      expected: 'CSV, TSV, XLSX, Parquet o JSON por líneas, también en .gz',
      fix: 'Compruebe la ruta y las extensiones de los archivos.',
    },
    en: {
      message: 'There is nothing to import in {where}.',
      expected: 'CSV, TSV, XLSX, Parquet or JSON lines, also as .gz',
      fix: 'Check the path and the endings of the files.',
    },
  },
  empty_file: {
    es: { message: '{where} está vacío.', expected: 'un archivo con datos', fix: 'Vuelva a exportarlo desde el origen.' },
    en: { message: '{where} is empty.', expected: 'a file with data', fix: 'Export it again from its source.' },
  },
  no_rows: {
    es: {
      message: '{where} no tiene ninguna fila.',
      expected: 'una cabecera y filas',
      fix: 'Compruebe que ha exportado los datos y, si indica «skip» o «sheet», que son los correctos.',
    },
    en: {
      message: '{where} has no rows.',
      expected: 'a header and rows',
      fix: 'Check that the data were exported and, if you give "skip" or "sheet", that they are right.',
    },
  },
  file_is_not: {
    es: {
      message: '{where} no es lo que dice su nombre: debería ser {said} y es {found}.',
      expected: 'el contenido que anuncia la extensión',
      fix: 'Cambie la extensión por la suya o vuelva a exportarlo como {said}.',
      found: { text: 'texto', binary: 'binario' },
    },
    en: {
      message: '{where} is not what its name says: it should be {said} and is {found}.',
      expected: 'the content that the ending announces',
      fix: 'Rename it after what it is, or export it again as {said}.',
    },
  },
  old_spreadsheet: {
    es: {
      message: '{where} es un Excel antiguo (.xls) o está protegido con contraseña.',
      expected: 'un libro .xlsx sin contraseña',
      fix: 'Ábralo y guárdelo como «Libro de Excel (.xlsx)», sin contraseña.',
    },
    en: {
      message: '{where} is an old Excel file (.xls) or has a password.',
      expected: 'an .xlsx workbook without a password',
      fix: 'Open it and save it as "Excel workbook (.xlsx)", without a password.',
    },
  },
  not_a_spreadsheet: {
    es: {
      message: '{where} no contiene ninguna hoja de cálculo.',
      expected: 'un libro .xlsx',
      fix: 'Guárdelo de nuevo desde Excel o LibreOffice.',
    },
    en: { message: '{where} holds no spreadsheet.', expected: 'an .xlsx workbook', fix: 'Save it again from Excel or LibreOffice.' },
  },
  unknown_file_kind: {
    es: {
      message: 'No se sabe leer {where} ({found}).',
      expected: 'CSV, TSV, XLSX, Parquet o JSON por líneas',
      fix: 'Expórtelo en uno de esos formatos.',
    },
    en: {
      message: '{where} is of a kind that cannot be read ({found}).',
      expected: 'CSV, TSV, XLSX, Parquet or JSON lines',
      fix: 'Export it in one of those formats.',
    },
  },
  damaged_gzip: {
    es: { message: 'El .gz {where} está dañado.', expected: 'un gzip completo', fix: 'Vuelva a comprimirlo o a descargarlo.' },
    en: { message: 'The .gz {where} is damaged.', expected: 'a whole gzip file', fix: 'Compress it or download it again.' },
  },
  damaged_file: {
    es: {
      message: '{where} está dañado y no se puede leer como {said}: {found}',
      expected: 'un archivo {said} íntegro',
      fix: 'Vuelva a exportarlo o a descargarlo.',
    },
    en: {
      message: '{where} is damaged and cannot be read as {said}: {found}',
      expected: 'a sound {said} file',
      fix: 'Export it or download it again.',
    },
  },
  encrypted_file: {
    es: {
      message: '{where} está protegido con contraseña.',
      expected: 'un archivo sin contraseña',
      fix: 'Guarde una copia sin contraseña.',
    },
    en: { message: '{where} has a password.', expected: 'a file without a password', fix: 'Save a copy without a password.' },
  },
  compression_bomb: {
    es: {
      message: '{where} se expande sin medida al descomprimirlo; no se ha abierto.',
      expected: 'un archivo con una compresión normal',
      fix: 'Si se fía de él, descomprímalo usted e importe el resultado.',
    },
    en: {
      message: '{where} swells beyond measure when it is unpacked; it was not opened.',
      expected: 'a file compressed as usual',
      fix: 'If you trust it, unpack it yourself and import the result.',
    },
  },
  unsafe_archive: {
    es: {
      message: '{where} contiene algo que un libro de Excel no debe llevar: {found}',
      expected: 'un libro sin rutas ni entidades externas',
      fix: 'Guárdelo de nuevo desde Excel o LibreOffice.',
    },
    en: {
      message: '{where} holds something that no workbook should: {found}',
      expected: 'a workbook without outside paths or entities',
      fix: 'Save it again from Excel or LibreOffice.',
    },
  },
  sheet_not_found: {
    es: { message: 'En {where} no hay ninguna hoja «{found}».', expected: '', fix: 'Escriba en «sheet» el nombre de una de sus hojas.' },
    en: { message: 'There is no sheet "{found}" in {where}.', expected: '', fix: 'Give the name of one of its sheets as "sheet".' },
  },
  too_many_columns: {
    es: {
      message: '{where} tiene {columns} columnas.',
      expected: '{most} como mucho',
      fix: 'Compruebe el delimitador o exporte menos columnas.',
    },
    en: { message: '{where} has {columns} columns.', expected: '{most} at most', fix: 'Check the delimiter or export fewer columns.' },
  },
  too_many_bad_lines: {
    es: {
      message: 'Hay más de {most} líneas que no se pueden leer.',
      expected: 'un archivo con un solo formato',
      fix: 'Compruebe «delimiter», «quote» y «skip» en el mapeo.',
    },
    en: {
      message: 'More than {most} lines cannot be read.',
      expected: 'a file of one format',
      fix: 'Check "delimiter", "quote" and "skip" in the mapping.',
    },
  },
  unknown_encoding: {
    es: {
      message: 'No se conoce la codificación «{found}».',
      expected: 'utf-8, utf-16, windows-1252, iso-8859-1, iso-8859-15 o macintosh',
      fix: 'Indique en «encoding» una de ellas, o guarde el archivo en UTF-8.',
    },
    en: {
      message: 'The encoding "{found}" is not known.',
      expected: 'utf-8, utf-16, windows-1252, iso-8859-1, iso-8859-15 or macintosh',
      fix: 'Give one of them as "encoding", or save the file as UTF-8.',
    },
  },
  invalid_format_option: {
    es: { message: 'El valor «{found}» no vale para {where}.', expected: '', fix: 'Corríjalo en el mapeo.' },
    en: { message: 'The value "{found}" does not fit {where}.', expected: '', fix: 'Mend it in the mapping.' },
  },
  invalid_date_pattern: {
    es: {
      message: 'El formato de fecha «{found}» no se entiende.',
      expected: 'YYYY YY, MM M MMM, DD D y, si hay hora, HH mm ss A Z',
      fix: 'Escríbalo como D/M/YYYY o DD MMM, YYYY HH:mm:ss.',
    },
    en: {
      message: 'The date pattern "{found}" cannot be read.',
      expected: 'YYYY YY, MM M MMM, DD D and, with a time, HH mm ss A Z',
      fix: 'Write it like D/M/YYYY or DD MMM, YYYY HH:mm:ss.',
    },
  },
  ragged_row: {
    es: {
      message: 'La fila tiene {found} celdas y el archivo {expected} columnas.',
      expected: '{expected} celdas',
      fix: 'Revise los delimitadores y las comillas de la línea.',
    },
    en: {
      message: 'The row has {found} cells and the file {expected} columns.',
      expected: '{expected} cells',
      fix: 'Check the delimiters and quotes of the line.',
    },
  },
  unclosed_quote: {
    es: {
      message: 'En la línea se abren unas comillas que no se cierran.',
      expected: 'comillas por parejas',
      fix: 'Cierre las comillas o quítelas.',
    },
    en: { message: 'A quote opens in the line and does not close.', expected: 'quotes in pairs', fix: 'Close the quote or take it out.' },
  },
  misplaced_quote: {
    es: {
      message: 'Hay unas comillas en medio de una celda entrecomillada.',
      expected: 'comillas dobladas dentro de la celda ("")',
      fix: 'Doble las comillas de dentro.',
    },
    en: {
      message: 'There is a quote in the middle of a quoted cell.',
      expected: 'quotes inside a cell doubled ("")',
      fix: 'Double the quote inside.',
    },
  },
  nul_byte: {
    es: {
      message: 'La celda contiene un byte nulo.',
      expected: 'texto',
      fix: 'Vuelva a exportar la fila: el archivo está dañado o no es de texto.',
    },
    en: { message: 'The cell holds a NUL byte.', expected: 'text', fix: 'Export the row again: the file is damaged or no text.' },
  },
  invalid_utf8: {
    es: {
      message: 'La celda tiene bytes que no son UTF-8.',
      expected: 'texto en UTF-8',
      fix: 'Guarde el archivo en UTF-8, o indique su codificación en «encoding».',
    },
    en: {
      message: 'The cell has bytes that are not UTF-8.',
      expected: 'text in UTF-8',
      fix: 'Save the file as UTF-8, or give its encoding as "encoding".',
    },
  },
  line_too_long: {
    es: {
      message: 'La línea pasa de {most} caracteres.',
      expected: 'líneas más cortas',
      fix: 'Compruebe que no falten saltos de línea ni sobren comillas.',
    },
    en: {
      message: 'The line is longer than {most} characters.',
      expected: 'shorter lines',
      fix: 'Check for missing line breaks or stray quotes.',
    },
  },
  invalid_json_line: {
    es: { message: 'La línea no es un objeto JSON.', expected: 'un objeto {} por línea', fix: 'Corrija la línea.' },
    en: { message: 'The line is no JSON object.', expected: 'an object {} a line', fix: 'Mend the line.' },
  },
  invalid_number: {
    es: {
      message: 'El valor no es un número.',
      expected: 'un número escrito como los demás del archivo',
      fix: 'Corríjalo, o indique «decimal», «thousands», «money: true» o «empty» en el mapeo.',
    },
    en: {
      message: 'The value is no number.',
      expected: 'a number written like the others of the file',
      fix: 'Mend it, or give "decimal", "thousands", "money: true" or "empty" in the mapping.',
    },
  },
  number_out_of_range: {
    es: {
      message: 'El número no cabe o no es finito.',
      expected: 'un número finito; los importes, menor que 100 billones',
      fix: 'Corríjalo en el origen.',
    },
    en: {
      message: 'The number does not fit or is not finite.',
      expected: 'a finite number; amounts below a hundred million million',
      fix: 'Mend it at the source.',
    },
  },
  invalid_date: {
    es: {
      message: 'El valor no es una fecha con el formato de la columna.',
      expected: 'el formato detectado o declarado en «dates», o ISO',
      fix: 'Corríjalo, o declare «dates» en el mapeo.',
    },
    en: {
      message: 'The value is no date in the format of the column.',
      expected: 'the format detected or declared as "dates", or ISO',
      fix: 'Mend it, or declare "dates" in the mapping.',
    },
  },
  impossible_date: {
    es: {
      message: 'Esa fecha no existe.',
      expected: 'un día y una hora que existan',
      fix: 'Corríjala en el origen; si el día y el mes están cambiados, declare «dates».',
    },
    en: {
      message: 'There is no such date.',
      expected: 'a day and a time that exist',
      fix: 'Mend it at the source; if day and month are swapped, declare "dates".',
    },
  },
  year_out_of_range: {
    es: {
      message: 'El año no es verosímil.',
      expected: 'un año entre 1900 y 2199',
      fix: 'Corríjalo en el origen, o declare el valor en «empty» si significa «sin fecha».',
    },
    en: {
      message: 'The year is not plausible.',
      expected: 'a year from 1900 to 2199',
      fix: 'Mend it at the source, or give the value as "empty" if it means "no date".',
    },
  },
  invalid_boolean: {
    es: {
      message: 'El valor no es ni sí ni no.',
      expected: 'sí, no, true, false, 1 o 0',
      fix: 'Corríjalo, o traduzca los valores con «values».',
    },
    en: {
      message: 'The value is neither yes nor no.',
      expected: 'yes, no, true, false, 1 or 0',
      fix: 'Mend it, or translate the values with "values".',
    },
  },
  not_in_list: {
    es: {
      message: 'El valor no está entre los que admite el campo.',
      expected: 'uno de los valores del campo',
      fix: 'Tradúzcalo con «values» en el mapeo.',
    },
    en: {
      message: 'The value is not among those of the field.',
      expected: 'one of the values of the field',
      fix: 'Translate it with "values" in the mapping.',
    },
  },
  unknown_currency: {
    es: {
      message: 'No se conoce esa moneda.',
      expected: 'un código ISO 4217, como EUR o USD',
      fix: 'Corríjala, o tradúzcala con «values».',
    },
    en: {
      message: 'The currency is not known.',
      expected: 'an ISO 4217 code, such as EUR or USD',
      fix: 'Mend it, or translate it with "values".',
    },
  },
} satisfies ErrorTexts;
