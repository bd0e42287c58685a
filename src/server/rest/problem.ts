import { renderError } from '../../i18n/errors.ts';
import type { Language } from '../../i18n/language.ts';
import { statusTitle } from '../../i18n/rest.ts';
import { CuadroError } from '../../model/error.ts';
import { statusOf } from './status.ts';

/** RFC 9457, with what every error of Cuadro says: the same codes as on the command line. */
export interface Problem {
  /** Where the code is explained. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly where: string | null;
  readonly expected: string | null;
  readonly found: string | null;
  readonly fix: string | null;
  readonly language: Language;
}

export const problemType = 'application/problem+json';

/** An option of the command line by the name that its field has: `--known-at` is `knownAt`. */
const fieldName = (where: string): string =>
  /^--[a-z-]+$/.test(where) ? where.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) : where;

/** A path on the server's disk: two steps or more, from the root or a drive. */
const serverPath = /(?<![\w.:/])(?:\/[^\s/:«»"']+){2,}\/?|[A-Za-z]:\\[^\s«»"']+/g;
const lastOf = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== '') ?? '…';
/** Only what a path ends in; an address of the API is no path of the disk. */
const withoutFolders = (text: string): string => text.replace(serverPath, (path) => (path.startsWith('/api/') ? path : lastOf(path)));

/** What may be told of an error to whoever is elsewhere: no folder of the server, and of a fault inside nothing but its code. */
function tellable({ code, blame, where, found, expected, params }: CuadroError): CuadroError {
  if (statusOf({ code, blame }) >= 500) return new CuadroError({ code, blame });
  return new CuadroError({
    code,
    blame,
    ...(where === null ? {} : { where: withoutFolders(fieldName(where)) }),
    ...(found === null ? {} : { found: withoutFolders(found) }),
    ...(expected === null ? {} : { expected: withoutFolders(expected) }),
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? withoutFolders(value) : value]),
    ),
  });
}

export function problemOf(error: CuadroError, language: Language): Problem {
  const status = statusOf(error);
  const { code, message, where, expected, found, fix } = renderError(tellable(error), language);
  return {
    type: `/api?lang=${language}#${code}`,
    title: statusTitle(status, language),
    status,
    detail: message,
    code,
    where,
    expected,
    found,
    fix,
    language,
  };
}
