import { CuadroError } from '../../model/error.ts';
import type { DetectedFormat, FormatOverrides, InputFile } from './contract-types.ts';
import { detectDelimited } from './detect/detect-delimited.ts';
import { detectTyped } from './detect/detect-typed.ts';
import { parseDatePattern } from './value/date-pattern.ts';
import { detectSpreadsheet } from './xlsx/detect-spreadsheet.ts';

/**
 * How a file is written: encoding, delimiter, marks, date patterns, columns. What `overrides` (a mapping's `format`) states is
 * taken; the rest is decided on a sample of the whole file, never value by value. What the sample leaves open is left open and
 * said (`dateChoices`, `numberDoubt`), and is an error only where a mapping needs it.
 * @throws invalid_format_option, invalid_date_pattern, unknown_encoding, no_rows, too_many_columns, damaged_file, …
 */
export async function detectFormat(file: InputFile, overrides: FormatOverrides): Promise<DetectedFormat> {
  checkOverrides(overrides);
  switch (file.kind) {
    case 'delimited':
      return detectDelimited(file, overrides);
    case 'xlsx':
      return detectSpreadsheet(file, overrides);
    case 'parquet':
    case 'jsonl':
      return detectTyped(file, overrides);
  }
}

function checkOverrides({ delimiter, quote, decimal, thousands, dates, skip }: FormatOverrides): void {
  const refuse = (option: string, found: string, expected: string): never => {
    throw new CuadroError({ code: 'invalid_format_option', where: `format.${option}`, found, expected });
  };
  if (delimiter !== undefined && ([...delimiter].length !== 1 || /["\r\n\0]/.test(delimiter)))
    refuse('delimiter', delimiter, ', ; \\t | …');
  if (quote !== undefined && ([...quote].length > 1 || /[\r\n\0]/.test(quote))) refuse('quote', quote, '" \'');
  if (decimal !== undefined && decimal !== '.' && decimal !== ',') refuse('decimal', decimal, '. ,');
  if (thousands !== undefined && !['', '.', ',', "'", ' '].includes(thousands)) refuse('thousands', thousands, '. , \' " "');
  if (decimal !== undefined && decimal === thousands) refuse('thousands', thousands, decimal === ',' ? '.' : ',');
  if (skip !== undefined && (!Number.isInteger(skip) || skip < 0)) refuse('skip', String(skip), '0, 1, 2…');
  if (dates !== undefined) parseDatePattern(dates);
}
