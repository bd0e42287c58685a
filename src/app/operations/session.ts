import { z } from 'zod';
import { type Language, languageOf } from '../../i18n/language.ts';
import { firstBoardOf } from '../boards/visible.ts';
import { defineOperation } from '../operation.ts';
import { canMail } from '../people/mail/send.ts';
import { findMember, hasMembers } from '../people/member.ts';
import { permissionOutput } from '../people/output.ts';
import type { Actor } from '../rights/actor.ts';
import { roles } from '../rights/role.ts';
import { isSample } from '../workspace/sample.ts';

const rows = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.enum(['own', 'team', 'office', 'department']),
    user: z
      .strictObject({ source: z.string(), id: z.string() })
      .nullable()
      .describe('The user of the CRM that they are; null: not linked, so no rows.'),
  }),
  z.strictObject({ kind: z.literal('segment'), name: z.string() }),
]);

const language = z.enum(['es', 'en']);

const output = z.strictObject({
  kind: z
    .enum(['local', 'system', 'user', 'key', 'guest', 'nobody'])
    .describe('user: signed in; key: a program; guest: looks at the sample company without an account; nobody: has to sign in.'),
  id: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(Object.keys(roles) as [keyof typeof roles]).nullable(),
  steward: z.boolean(),
  permissions: z.array(permissionOutput),
  rows: rows.nullable(),
  personal: z.enum(['shown', 'masked']),
  amounts: z.enum(['shown', 'hidden']),
  language,
  board: z.string().nullable().describe('The board that opens first: its id, or role:ID of a template. Null: the most urgent.'),
  twoFactor: z.boolean(),
  sample: z.boolean().describe('Whether the company is made up.'),
  needsOwner: z.boolean().describe('No account exists: the link that makes the first is on the terminal where Cuadro was started.'),
  mail: z.boolean().describe('Whether a new password can be asked for by e-mail.'),
  singleSignOn: z.string().nullable().describe('The name on its button; null: there is none.'),
  workspace: z.strictObject({ name: z.string(), locale: z.string(), timezone: z.string(), currency: z.string() }),
});

const asLanguage = (found: string | null, locale: string): Language => (found === 'es' || found === 'en' ? found : languageOf(locale));

const isSomebody = ({ kind }: Actor): boolean => kind !== 'nobody';

/** Who asks, what they may, and what a page needs before anyone has signed in. */
export const sessionOperation = defineOperation({
  id: 'session',
  words: {
    es: 'quién es quien pregunta, qué puede hacer y lo que hace falta para entrar',
    en: 'who is asking, what they may do, and what is needed to sign in',
  },
  input: z.strictObject({}),
  output,
  rest: { method: 'GET', path: '/session' },
  effect: 'read',
  on: 'store',
  permission: 'public',
  run: async ({ actor, store, workspace: { folder, settings, config } }): Promise<z.output<typeof output>> => {
    const { db } = await store();
    const member = actor.id === null ? null : await findMember(db, actor.id);
    const { name, locale, timezone, currency } = settings;
    return {
      kind: actor.kind,
      id: actor.id,
      name: member?.name ?? null,
      email: member?.email ?? null,
      role: isSomebody(actor) ? actor.role : null,
      steward: member?.grant.steward ?? false,
      permissions: [...actor.permissions],
      rows: isSomebody(actor) ? actor.rows : null,
      personal: actor.personal,
      amounts: actor.amounts,
      language: asLanguage(member?.language ?? null, locale),
      board: await firstBoardOf(db, actor, member?.board ?? null),
      twoFactor: member?.twoFactor ?? false,
      sample: isSample(folder),
      needsOwner: !(await hasMembers(db)),
      mail: canMail(config.mail),
      singleSignOn: config.sso.issuer === null || config.sso.client_id === null ? null : config.sso.name,
      workspace: { name, locale, timezone, currency },
    };
  },
});
