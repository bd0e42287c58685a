import { inviteOperation } from '../../app/operations/invitations.ts';
import { fill } from '../../i18n/cli.ts';
import { formatDay } from '../../i18n/format.ts';
import { peopleWords } from '../../i18n/people.ts';
import { CuadroError } from '../../model/error.ts';
import type { Command } from '../command.ts';
import { givenGrant, grantOptions } from '../grant-options.ts';

export const invite: Command = {
  name: 'invite',
  words: {
    es: 'Invita a alguien por su correo y da el enlace con el que crea su cuenta; lo envía si hay correo configurado.',
    en: 'Invites someone by their e-mail address and gives the link that makes their account; sends it where mail is set up.',
  },
  arguments: { name: 'EMAIL', min: 1, max: 1 },
  options: grantOptions,
  examples: ['cuadro invite ana@empresa.es --role manager', 'cuadro invite luis@empresa.es --role member --crm-user crm:42'],
  run: async (call) => {
    const [email = ''] = call.options.positionals;
    const { role, ...grant } = givenGrant(call);
    if (role === undefined) throw new CuadroError({ code: 'option_missing', where: '--role', params: { command: 'invite' } });
    const output = await call.run(inviteOperation, { email, role, ...grant });
    if (call.json) {
      call.printJson(output);
      return 0;
    }
    const words = peopleWords(call.language);
    call.note(fill(words.invitation, { email: output.email, until: formatDay(output.expiresAt.slice(0, 10), call.writer) }));
    call.print(output.link);
    if (output.mailed) call.note(words.mailed);
    return 0;
  },
};
