import { z } from 'zod';
import { readRules } from '../alerts/rules.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { preferencesOf, usualPreference } from '../notices/preference.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { canMail } from '../people/mail/send.ts';
import { mayKnowOf } from '../subject/about.ts';
import { readTargets } from '../targets/rows.ts';

const output = z.strictObject({
  target: z.boolean().describe('A target is set that they may see.'),
  alert: z.boolean().describe('A rule watches that is their own, or that the company made.'),
  digest: z.boolean().describe('The digest comes to them, by a mail server that there is.'),
  can_mail: z.boolean().describe('Whether there is one.'),
});

export type FirstStepsOutput = Frozen<z.output<typeof output>>;

/** What of the first things to do somebody has done: each read off what there is. */
export const firstStepsOperation = defineOperation({
  id: 'first_steps',
  words: {
    es: 'qué primeros pasos están dados: una meta, una alerta, el resumen',
    en: 'which of the first steps are done: a target, an alert, the digest',
  },
  input: z.strictObject({}),
  output,
  rest: { method: 'GET', path: '/first-steps' },
  effect: 'read',
  on: 'warehouse',
  permission: 'self',
  run: async (context): Promise<FirstStepsOutput> => {
    const { actor, workspace } = context;
    const { db } = await context.store();
    const catalogue = await catalogueOf(workspace);
    const opened = await openEngine(context, {});
    const abouts = [
      ...new Map((await readTargets(opened)).map(({ kpi, scope }) => [`${kpi} ${scope}`, { kpi, scope, customer: null }])).values(),
    ];
    const known = await mayKnowOf(abouts, { opened, catalogue });
    const rules = await readRules(db);
    const mails = canMail(workspace.config.mail);
    const preferences = actor.id === null ? null : (await preferencesOf(db, [actor.id])).get(actor.id);
    return {
      target: known.some(Boolean),
      alert: rules.some(({ isDefault, isActive, isShared, ownerId }) => !isDefault && isActive && (isShared || ownerId === actor.id)),
      digest: mails && (preferences ?? usualPreference(workspace.config)).digest !== 'never',
      can_mail: mails,
    };
  },
});
