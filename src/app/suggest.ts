import type { MappingDocument } from '../landing/mapping/document.ts';
import { recognise, type Suggestion, type Table, toMapping } from '../landing/recognition/recognise.ts';
import type { TableSketch } from '../landing/recognition.ts';
import { CuadroError } from '../model/error.ts';
import { entities } from '../model/registry.ts';
import { detectFormat } from '../sources/file/detect-format.ts';
import { discoverFiles } from '../sources/file/discover.ts';

/** A sheet with fewer columns is a title page or notes. */
const leastColumns = 2;

const tableOf = ({ file, format }: TableSketch, sheet: string | null, stem: string): Table => ({
  file: file.name,
  stem,
  sheet,
  columns: format.columns,
});

/** The tables of a file: of a workbook with several sheets each sheet, under its own name. */
async function tablesOf(sketch: TableSketch): Promise<readonly Table[]> {
  const { file, format } = sketch;
  if (format.sheets.length < 2) return [tableOf(sketch, null, file.stem)];
  const tables: Table[] = [];
  for (const sheet of format.sheets) {
    const own = sheet === format.sheet ? format : await detectFormat(file, { sheet }).catch(() => null);
    if (own && own.columns.length >= leastColumns) tables.push(tableOf({ file, format: own }, sheet, sheet));
  }
  return tables;
}

/** What each file seems to hold, and how sure that is. Reads only the beginnings of the files. */
export async function suggestFor(paths: readonly string[]): Promise<Suggestion> {
  const { files } = await discoverFiles(paths);
  const tables: Table[] = [];
  for (const file of files) tables.push(...(await tablesOf({ file, format: await detectFormat(file, {}) })));
  return recognise(tables);
}

/**
 * The mapping that an import without one uses.
 * @throws CuadroError when something is in doubt, saying what to add: `nothing_recognised`, `unsure_*`
 */
export function sureMapping(suggestion: Suggestion): MappingDocument {
  if (suggestion.files.length === 0) {
    throw new CuadroError({ code: 'nothing_recognised', found: suggestion.ignored.join(', '), expected: [...entities.keys()].join(', ') });
  }
  const [doubt] = suggestion.doubts;
  if (doubt) {
    throw new CuadroError({
      code: `unsure_${doubt.code}`,
      where: doubt.column === null ? doubt.file : `${doubt.file}: ${doubt.column}`,
      expected: doubt.choices.join(', '),
      params: { file: doubt.file, column: doubt.column ?? '', doubts: suggestion.doubts.length },
    });
  }
  return toMapping(suggestion, null);
}
