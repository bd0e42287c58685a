import { CuadroError } from '../model/error.ts';
import type { Call } from './call.ts';

/** A record by its source and id: `crm:A1`. @throws CuadroError option_invalid */
export function referenceOption({ options, command }: Call, name: string): { source: string; id: string } | null {
  const text = options.values.get(name);
  if (text === undefined) return null;
  const cut = text.indexOf(':');
  if (cut > 0 && cut < text.length - 1) return { source: text.slice(0, cut), id: text.slice(cut + 1) };
  throw new CuadroError({ code: 'option_invalid', where: `--${name}`, found: text, expected: 'crm:A1', params: { command } });
}
