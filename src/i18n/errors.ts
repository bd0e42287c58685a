import { CuadroError } from '../model/error.ts';
import { accessErrors } from './errors/access.ts';
import { actionErrors } from './errors/actions.ts';
import { adviseErrors } from './errors/advise.ts';
import { alertErrors } from './errors/alerts.ts';
import { auditErrors } from './errors/audit.ts';
import { commandErrors } from './errors/command.ts';
import { configErrors } from './errors/config.ts';
import { conversationErrors } from './errors/conversation.ts';
import { fileErrors } from './errors/file.ts';
import { httpErrors } from './errors/http.ts';
import { jobErrors } from './errors/jobs.ts';
import { kpiErrors } from './errors/kpi.ts';
import { landingErrors } from './errors/landing.ts';
import { noticeErrors } from './errors/notices.ts';
import { queryErrors } from './errors/query.ts';
import { recognitionErrors } from './errors/recognition.ts';
import { restErrors } from './errors/rest.ts';
import { storeErrors } from './errors/store.ts';
import { targetErrors } from './errors/targets.ts';
import type { ErrorText, ErrorTexts } from './errors/texts.ts';
import { workspaceErrors } from './errors/workspace.ts';
import type { Language } from './language.ts';

/** The words of every error code. */
export const errorTexts: ErrorTexts = {
  ...accessErrors,
  ...adviseErrors,
  ...alertErrors,
  ...auditErrors,
  ...commandErrors,
  ...configErrors,
  ...conversationErrors,
  ...fileErrors,
  ...httpErrors,
  ...jobErrors,
  ...kpiErrors,
  ...landingErrors,
  ...noticeErrors,
  ...queryErrors,
  ...recognitionErrors,
  ...storeErrors,
  ...restErrors,
  ...targetErrors,
  ...actionErrors,
  ...workspaceErrors,
};

/** What the command line's JSON and the server say of an error. */
export interface RenderedError {
  readonly code: string;
  readonly message: string;
  readonly where: string | null;
  readonly expected: string | null;
  readonly found: string | null;
  readonly fix: string | null;
}

const unknown: Readonly<Record<Language, ErrorText>> = {
  es: {
    message: 'Cuadro ha fallado ({found}).',
    expected: '',
    fix: 'No se ha cambiado nada. Si se repite, avise a quien mantiene Cuadro con este mensaje.',
  },
  en: { message: 'Cuadro failed ({found}).', expected: '', fix: 'Nothing was changed. If it happens again, report it with this message.' },
};

export const fill = (text: string, values: Readonly<Record<string, string | number | null>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name] ?? '–') : place));

/** An error that nobody foresaw, as a CuadroError. */
export function asCuadroError(error: unknown): CuadroError {
  if (error instanceof CuadroError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new CuadroError({ code: 'internal_error', blame: 'internal', found: message.split('\n')[0] ?? message, cause: error });
}

/** @returns the error in words; a code without words says what it can */
export function renderError(error: CuadroError, language: Language): RenderedError {
  const words = errorTexts[error.code]?.[language] ?? unknown[language];
  const found = error.found ?? error.code;
  const values = { where: error.where, found: words.found?.[found] ?? found, expected: error.expected, ...error.params };
  const expected = error.expected ?? fill(words.expected, values);
  return {
    code: error.code,
    message: fill(words.message, values),
    where: error.where,
    expected: expected === '' ? null : expected,
    found: error.found,
    fix: words.fix === '' ? null : fill(words.fix, values),
  };
}
