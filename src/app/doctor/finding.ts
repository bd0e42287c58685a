/** What a check of an installation found. Its words: `src/i18n/doctor.ts`. */
export interface Finding {
  readonly code: string;
  readonly severity: 'ok' | 'warning' | 'error';
  readonly params: Readonly<Record<string, string | number>>;
}

export const fine = (code: string, params: Finding['params'] = {}): Finding => ({ code, severity: 'ok', params });
export const warning = (code: string, params: Finding['params'] = {}): Finding => ({ code, severity: 'warning', params });
export const failure = (code: string, params: Finding['params'] = {}): Finding => ({ code, severity: 'error', params });
