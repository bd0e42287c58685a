import { doctorWords } from '../../i18n/doctor.ts';
import { fill } from '../../i18n/errors.ts';
import type { Language } from '../../i18n/language.ts';
import type { Finding } from './finding.ts';

/** A finding in words. */
export interface ToldFinding {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly what: string;
  /** Empty for what is well. */
  readonly why: string;
  readonly fix: string;
}

export function tellFindings(found: readonly Finding[], language: Language): readonly ToldFinding[] {
  const words = doctorWords(language);
  return found.map(({ code, severity, params }) => {
    const own = words[code];
    const text = (part: 'what' | 'why' | 'fix'): string => fill(own?.[part] ?? (part === 'what' ? code : ''), params).trim();
    return { code, severity, what: text('what'), why: text('why'), fix: text('fix') };
  });
}
