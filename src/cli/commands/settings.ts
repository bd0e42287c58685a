import { changeSettingsOperation, type SettingsOutput, settingsOperation } from '../../app/operations/settings.ts';
import { CuadroError } from '../../model/error.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';

const numbers = new Set(['fiscal_year_starts_in', 'active_days', 'keep']);

const invalid = (found: string): CuadroError =>
  new CuadroError({
    code: 'option_invalid',
    where: '--set',
    found,
    expected: 'currency=USD, glossary.lead=reachable, holidays=2026-12-25+2027-01-01, business_hours.mon-fri=09:00-18:00',
    params: { command: 'settings' },
  });

/** `glossary.lead=reachable` as a field within a field; what is empty is taken out. */
function inputOf(assignments: readonly string[], now: SettingsOutput): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const within: Record<string, Record<string, unknown>> = { business_hours: { ...now.business_hours } };
  for (const text of assignments) {
    const at = text.indexOf('=');
    const [key = '', field = '', ...rest] = text.slice(0, at).split('.');
    if (at < 1 || rest.length > 0) throw invalid(text);
    const given = text.slice(at + 1).trim();
    const last = field === '' ? key : field;
    const value = last === 'holidays' ? given.split('+').filter(Boolean) : numbers.has(last) ? Number(given) : given === '' ? null : given;
    if (field === '') input[key] = value;
    else {
      const group = within[key] ?? {};
      within[key] = group;
      if (value === null && key === 'business_hours') delete group[field];
      else group[field] = value;
      input[key] = group;
    }
  }
  return input;
}

const line = (key: string, value: unknown): string => {
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'object' && value !== null ? '' : String(value ?? '–');
  const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  return [`${key}: ${text}`.trimEnd(), ...inner.map(([name, one]) => `  ${name}: ${String(one ?? '–')}`)].join('\n');
};

export const settings: Command = {
  name: 'settings',
  words: {
    es: 'Muestra los ajustes de la empresa o los cambia en cuadro.yaml, cuyos comentarios quedan como están. Un valor vacío quita el ajuste.',
    en: "Shows the company's settings or changes them in cuadro.yaml, whose comments stay as they are. An empty value takes a setting out.",
  },
  arguments: noArguments,
  options: {
    set: {
      kind: 'list',
      value: 'KEY=VALUE',
      keepCommas: true,
      words: { es: 'cambia este ajuste', en: 'change this setting' },
    },
  },
  examples: [
    'cuadro settings',
    'cuadro settings --set currency=MXN --set timezone=America/Mexico_City',
    'cuadro settings --set business_hours.mon-fri=09:00-18:00 --set glossary.lead=reachable',
  ],
  run: async (call) => {
    const asked = call.options.lists.get('set') ?? [];
    const now = await call.run(settingsOperation, {});
    if (asked.length > 0) {
      const input = changeSettingsOperation.input.safeParse({ ...inputOf(asked, now), digest: now.digest });
      if (!input.success) throw invalid(asked.join(' '));
      await call.run(changeSettingsOperation, input.data);
    }
    const { digest: _, ...shown } = asked.length > 0 ? await call.run(settingsOperation, {}) : now;
    if (call.json) call.printJson(shown);
    else
      call.print(
        Object.entries(shown)
          .map(([key, value]) => line(key, value))
          .join('\n'),
      );
    return 0;
  },
};
