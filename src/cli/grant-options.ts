import { memberRoles, rowKinds } from '../app/people/grant.ts';
import { fill } from '../i18n/cli.ts';
import type { Language } from '../i18n/language.ts';
import { peopleWords } from '../i18n/people.ts';
import { CuadroError } from '../model/error.ts';
import type { Call } from './call.ts';
import type { OptionSpec } from './option-spec.ts';

/** What stands for "as the role has it". */
const asRole = 'role';

/** What may be given to someone, as options of `invite` and `member`. */
export const grantOptions: Readonly<Record<string, OptionSpec>> = {
  role: { kind: 'value', value: 'ROLE', oneOf: memberRoles, words: { es: 'papel', en: 'role' } },
  steward: {
    kind: 'value',
    value: 'yes|no',
    oneOf: ['yes', 'no'],
    words: { es: 'custodio de datos: puede además importar y arreglar datos', en: 'data steward: may import and mend data as well' },
  },
  rows: {
    kind: 'value',
    value: 'ROWS',
    oneOf: [...rowKinds, asRole],
    words: { es: 'qué filas ve; role: las de su papel', en: 'which rows they see; role: those of their role' },
  },
  segment: { kind: 'value', value: 'NAME', words: { es: 'segmento, con --rows segment', en: 'segment, with --rows segment' } },
  personal: {
    kind: 'value',
    value: 'P',
    oneOf: ['shown', 'masked', asRole],
    words: { es: 'datos personales a la vista o enmascarados', en: 'personal data shown or masked' },
  },
  amounts: {
    kind: 'value',
    value: 'A',
    oneOf: ['shown', 'hidden', asRole],
    words: { es: 'importes a la vista u ocultos', en: 'amounts shown or hidden' },
  },
  'crm-user': {
    kind: 'value',
    value: 'SOURCE:ID',
    words: { es: 'usuario del CRM que es; none: ninguno', en: 'the user of the CRM that they are; none: nobody' },
  },
};

function crmUserOf(call: Call): { readonly source: string; readonly id: string } | null {
  const text = call.required('crm-user');
  if (text === 'none') return null;
  const [source, id] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
  if (!text.includes(':') || source === '' || id === '') {
    throw new CuadroError({
      code: 'option_invalid',
      where: '--crm-user',
      found: text,
      expected: 'SOURCE:ID',
      params: { command: call.command },
    });
  }
  return { source, id };
}

const chosen = <Word extends string>(words: readonly Word[], text: string | undefined): Word | null =>
  words.find((word) => word === text) ?? null;

/** The options given, as the operations want them; those not given are not there. @throws CuadroError `option_invalid` */
export function givenGrant(call: Call) {
  const { values } = call.options;
  const role = chosen(memberRoles, values.get('role'));
  return {
    ...(role === null ? {} : { role }),
    ...(values.has('steward') ? { steward: values.get('steward') === 'yes' } : {}),
    ...(values.has('rows') ? { rows: chosen(rowKinds, values.get('rows')) } : {}),
    ...(values.has('segment') ? { segment: call.required('segment') } : {}),
    ...(values.has('personal') ? { personal: chosen(['shown', 'masked'] as const, values.get('personal')) } : {}),
    ...(values.has('amounts') ? { amounts: chosen(['shown', 'hidden'] as const, values.get('amounts')) } : {}),
    ...(values.has('crm-user') ? { crmUser: crmUserOf(call) } : {}),
  };
}

/** A role and its extra right, in words. */
export function roleWords(language: Language, { role, steward }: { readonly role: string; readonly steward: boolean }): string {
  const words = peopleWords(language);
  return `${words.roles[role] ?? role}${steward ? `, ${words.steward}` : ''}`;
}

/** What someone sees, in words; null: as their role. */
export function rowsWords(
  language: Language,
  { rows, segment }: { readonly rows: string | null; readonly segment: string | null },
): string {
  const words = peopleWords(language);
  if (rows === null) return '–';
  return fill(rows === 'segment' ? `${words.rows.segment} {segment}` : words.rows[rows], { segment: segment ?? '' });
}
