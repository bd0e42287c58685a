import type { Language } from './language.ts';

interface ErasureWords {
  readonly done: string;
  readonly wouldGo: string;
  readonly backups: string;
  readonly written: string;
  readonly removed: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
}

const es: ErasureWords = {
  done: 'Persona borrada: {records} registros, {files} archivos originales reescritos. El registro de auditoría la conoce como {person}.',
  wouldGo:
    'Se borraría de {records} registros y {files} archivos originales. Repita la orden con --yes para hacerlo; no se puede deshacer.',
  backups: 'Estas copias hechas antes aún la contienen. Bórrelas, o repita el borrado si restaura alguna:',
  written: 'Textos escritos en Cuadro que la nombran:',
  removed: 'Se borran enteros (archivos subidos y no importados, filas rechazadas de pruebas):',
  kinds: {
    comment: 'comentarios',
    decision: 'decisiones',
    annotation: 'anotaciones',
    action: 'acciones',
    kudos: 'reconocimientos',
    review_decision: 'revisiones',
    play: 'jugadas',
    alert_mute: 'motivos de silencio',
  },
  columns: ['Lote', 'Archivo', 'Filas'],
};

const en: ErasureWords = {
  done: 'Person erased: {records} records, {files} raw files written anew. The audit log knows them as {person}.',
  wouldGo: 'They would go from {records} records and {files} raw files. Repeat the command with --yes to do it; it cannot be undone.',
  backups: 'These backups, made before, still hold them. Delete them, or erase again after restoring one:',
  written: 'Texts written in Cuadro that name them:',
  removed: 'Deleted whole (files uploaded and not imported, rejected rows of trials):',
  kinds: {
    comment: 'comments',
    decision: 'decisions',
    annotation: 'annotations',
    action: 'actions',
    kudos: 'congratulations',
    review_decision: 'reviews',
    play: 'plays',
    alert_mute: 'reasons of mutes',
  },
  columns: ['Batch', 'File', 'Rows'],
};

export const erasureWords = (language: Language): ErasureWords => (language === 'es' ? es : en);
