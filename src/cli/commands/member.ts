import { changeMemberOperation, removeMemberOperation, resetLinkOperation } from '../../app/operations/members.ts';
import { endSessionOperation } from '../../app/operations/sessions.ts';
import { fill } from '../../i18n/cli.ts';
import { peopleWords } from '../../i18n/people.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { givenGrant, grantOptions, roleWords, rowsWords } from '../grant-options.ts';
import type { OptionSpec } from '../option-spec.ts';

const acts = {
  'reset-password': {
    kind: 'flag',
    words: { es: 'da un enlace para poner una contraseña nueva', en: 'give a link that sets a new password' },
  },
  'end-sessions': { kind: 'flag', words: { es: 'cierra todas sus sesiones', en: 'end all their sessions' } },
  remove: { kind: 'flag', words: { es: 'elimina la cuenta', en: 'remove the account' } },
} as const satisfies Record<string, OptionSpec>;

const changes = {
  ...grantOptions,
  close: { kind: 'flag', words: { es: 'cierra la cuenta sin eliminarla', en: 'close the account without removing it' } },
  reopen: { kind: 'flag', words: { es: 'vuelve a abrirla', en: 'open it again' } },
  'clear-second-factor': {
    kind: 'flag',
    words: { es: 'quita el segundo factor que ha perdido', en: 'take away the second factor that they lost' },
  },
} as const satisfies Record<string, OptionSpec>;

/** The one act asked for; `change` where none is. @throws CuadroError `option_invalid`: two at once */
function actOf(call: Call): keyof typeof acts | 'change' {
  const { flags, values } = call.options;
  const asked = (Object.keys(acts) as (keyof typeof acts)[]).filter((act) => flags.has(act));
  const others = Object.keys(changes).filter((name) => flags.has(name) || values.has(name));
  const [act, second] = [...asked, ...others.map(() => 'change' as const)];
  const opposed = flags.has('close') && flags.has('reopen');
  if (act === undefined || opposed || (asked.length > 0 && second !== undefined)) {
    throw new CuadroError({
      code: 'option_invalid',
      where: '--',
      found: [...asked, ...others].map((name) => `--${name}`).join(' '),
      expected: [...Object.keys(acts), ...Object.keys(changes)].map((name) => `--${name}`).join(', '),
      params: { command: 'member' },
    });
  }
  return act;
}

export const member: Command = {
  name: 'member',
  words: {
    es: 'Cambia lo que alguien puede ver y hacer, le da un enlace para una contraseña nueva, o cierra o elimina su cuenta.',
    en: 'Changes what someone may see and do, gives them a link for a new password, or closes or removes their account.',
  },
  arguments: { name: 'EMAIL', min: 1, max: 1 },
  options: { ...changes, ...acts },
  examples: ['cuadro member ana@empresa.es --role administrator', 'cuadro member ana@empresa.es --reset-password'],
  run: async (call) => {
    const [who = ''] = call.options.positionals;
    const { language, options } = call;
    const words = peopleWords(language);
    const tell = (output: unknown, text: string): void => (call.json ? call.printJson(output) : call.print(text));
    switch (actOf(call)) {
      case 'reset-password': {
        const output = await call.run(resetLinkOperation, { member: who });
        if (!call.json) call.note(fill(words.reset, { email: output.email }));
        tell(output, output.link);
        return 0;
      }
      case 'end-sessions': {
        const output = await call.run(endSessionOperation, { member: who, session: 'all' });
        tell(output, fill(words.sessionsEnded, { count: output.ended }));
        return 0;
      }
      case 'remove': {
        const output = await call.run(removeMemberOperation, { member: who });
        tell(output, fill(words.removed, { email: output.removed }));
        return 0;
      }
      case 'change': {
        const output = await call.run(changeMemberOperation, {
          member: who,
          ...givenGrant(call),
          ...(options.flags.has('close') ? { active: false } : options.flags.has('reopen') ? { active: true } : {}),
          ...(options.flags.has('clear-second-factor') ? { clearSecondFactor: true as const } : {}),
        });
        const { email, active } = output;
        const shown = { email, role: roleWords(language, output), rows: rowsWords(language, output) };
        tell(output, `${fill(words.changed, shown)}${active ? '' : ` (${words.closed})`}`);
        return 0;
      }
    }
  },
};
