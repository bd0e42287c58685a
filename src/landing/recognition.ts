import type { DetectedFormat, InputFile } from '../sources/file/contract-types.ts';
import type { MappingDocument } from './mapping/document.ts';

/** A file with what its beginning shows, for recognition. */
export interface TableSketch {
  readonly file: InputFile;
  readonly format: DetectedFormat;
}

export interface SuggestedMapping {
  /** As a mapping file would say it: what `--suggest` prints. */
  readonly document: MappingDocument;
}

/**
 * Recognises entities and columns by their names (`src/landing/recognition/`).
 * @throws CuadroError when something is not sure enough, saying what to add.
 */
export type SuggestMapping = (tables: readonly TableSketch[]) => SuggestedMapping;
