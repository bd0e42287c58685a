import { Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { SuggestedFile, Suggestion } from './recognise.ts';
import { toMapping } from './recognise.ts';

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

/** Words for the comments of a suggested mapping. */
const words = {
  es: {
    sure: (entity: string, confidence: number) => ` ${entity}: ${percent(confidence)} de confianza`,
    doubtful: 'DUDA',
    doubts: {
      entity_unsure: 'la entidad no está clara; podría ser',
      id_missing: 'ninguna columna parece el identificador; elija una de',
      status_unknown: 'falta decir qué etapas son open, won o lost, con «status: { from: …, values: { … } }». Columna',
      date_order_ambiguous: 'no se sabe si va antes el día o el mes; ponga «dates» en la columna',
      number_ambiguous: 'no se sabe cuál es la marca decimal; ponga «format: { decimal: … }». Columna',
      entity_twice: 'otro archivo parece la misma entidad',
    },
    unmapped: 'Se guardan como custom',
    ignored: 'Sin entidad reconocida (quedan como vistas para query)',
  },
  en: {
    sure: (entity: string, confidence: number) => ` ${entity}: ${percent(confidence)} sure`,
    doubtful: 'IN DOUBT',
    doubts: {
      entity_unsure: 'the entity is not clear; it could be',
      id_missing: 'no column looks like the id; choose one of',
      status_unknown: 'say which stages are open, won or lost, with "status: { from: …, values: { … } }". Column',
      date_order_ambiguous: 'day or month first? Put "dates" on the column',
      number_ambiguous: 'which is the decimal mark? Put "format: { decimal: … }". Column',
      entity_twice: 'another file looks like the same entity',
    },
    unmapped: 'Kept as custom',
    ignored: 'No entity recognised (left as views for query)',
  },
} as const;

/** Below this a column's line says how sure the guess is. */
const worthSaying = 0.9;

function comment(file: SuggestedFile, language: 'es' | 'en'): string {
  const say = words[language];
  const doubts = file.doubts.map(
    (doubt) =>
      ` ${say.doubtful}: ${say.doubts[doubt.code]} ${[doubt.column, ...doubt.choices].filter((part) => part !== null && part !== 'id').join(', ')}`,
  );
  return [say.sure(file.entity, file.confidence), ...doubts].join('\n');
}

/** @returns the mapping file that would import what was recognised, with a comment wherever a person should look */
export function toYaml(suggestion: Suggestion, source: string | null, language: 'es' | 'en'): string {
  const document = new Document(toMapping(suggestion, source), { aliasDuplicateObjects: false });
  const files = document.get('files');
  if (isSeq(files)) {
    files.items.forEach((item, index) => {
      const file = suggestion.files[index];
      if (!isMap(item) || !file) return;
      item.commentBefore = comment(file, language);
      if (index > 0) item.spaceBefore = true;
      const columns = item.get('columns', true);
      if (isMap(columns)) commentColumns(columns, file, language);
    });
  }
  if (suggestion.ignored.length > 0) document.comment = ` ${words[language].ignored}: ${suggestion.ignored.join(', ')}`;
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function commentColumns(columns: YAMLMap, file: SuggestedFile, language: 'es' | 'en'): void {
  const confidence = new Map(file.columns.map((column) => [column.field, column.confidence]));
  for (const pair of columns.items) {
    const sure = confidence.get(isScalar(pair.key) ? String(pair.key.value) : '') ?? 1;
    if (isMap(pair.value)) pair.value.flow = true;
    if (sure < worthSaying && (isScalar(pair.value) || isMap(pair.value))) pair.value.comment = ` ${percent(sure)}`;
    if (isMap(pair.value)) for (const inner of pair.value.items) if (isMap(inner.value)) inner.value.flow = true;
  }
  if (file.unmapped.length > 0) columns.comment = ` ${words[language].unmapped}: ${file.unmapped.join(', ')}`;
}
