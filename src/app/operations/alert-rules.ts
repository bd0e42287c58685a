import { z } from 'zod';
import { defaultRules } from '../../insights/alerts/defaults.ts';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import type { AlertRuleTable } from '../../store/tables/alert.ts';
import { ruleOf, ruleSchema } from '../alerts/rule.ts';
import { isThere, type KeptRule, readRules, requireChangeable } from '../alerts/rules.ts';
import { alertRuleSchema, toldRule } from '../alerts/told.ts';
import { watchable } from '../alerts/watches.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { newId } from '../people/token.ts';
import { requirePermission } from '../rights/actor.ts';
import { mayKnowOf } from '../subject/about.ts';
import { requireKnown } from '../subject/require.ts';
import { readPeople } from '../subject/visible.ts';

const output = z.strictObject({ rules: z.array(alertRuleSchema) });

export type AlertRulesOutput = Frozen<z.output<typeof output>>;

/** The company's rules and one's own, each as a sentence. */
export const alertRulesOperation = defineOperation({
  id: 'alert_rules',
  words: {
    es: 'las reglas de aviso de la empresa y las propias, cada una como una frase',
    en: "the company's rules of alerts and one's own, each as a sentence",
  },
  input: z.strictObject({ kpi: z.string().min(1).max(100).optional(), language: z.enum(['es', 'en']) }),
  output,
  rest: { method: 'POST', path: '/alerts/rules/search' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { kpi, language }): Promise<AlertRulesOutput> => {
    const { actor, workspace } = context;
    const { db } = await context.store();
    const catalogue = await catalogueOf(workspace);
    const asked = kpi === undefined ? null : catalogue.find(kpi).id;
    const rules = (await readRules(db)).filter((rule) => isThere(rule, actor) && (asked === null || rule.rule.kpi === asked));
    const opened = await openEngine(context, {});
    const known = await mayKnowOf(
      rules.map(({ rule }) => ({ kpi: rule.kpi, scope: rule.scope, customer: null })),
      { opened, catalogue },
    );
    const telling = { catalogue, settings: workspace.settings };
    const people = opened.catalog.sight ? await readPeople(opened) : [];
    const own = rules.filter((_, index) => known[index]);
    return {
      rules: own.map((rule) =>
        toldRule(rule, actor, telling, language, watchable(rule.rule, { catalogue, opened, people, to: undefined })),
      ),
    };
  },
});

/** Makes a rule, or changes one; of those that come with Cuadro, the company's own wording or that they are off. */
export const saveAlertRuleOperation = defineOperation({
  id: 'save_alert_rule',
  words: { es: 'guarda una regla de aviso, propia o de la empresa', en: "save a rule of alerts, one's own or the company's" },
  input: z.strictObject({
    id: z.string().min(1).max(200).nullable().default(null).describe('Null: a new one.'),
    name: z.string().trim().min(1).max(200).nullable().default(null),
    shared: z.boolean().default(false).describe("The company's; else one's own."),
    active: z.boolean().default(true),
    rule: ruleSchema,
    language: z.enum(['es', 'en']),
  }),
  output: alertRuleSchema,
  rest: { method: 'POST', path: '/alerts/rules' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: ({ shared, active }, { id }) => ({ rule: id, shared, active }),
  run: async (context, { id, name, shared, active, rule: given, language }) => {
    const { actor, store, now } = context;
    if (shared) requirePermission(actor, 'catalogue.write');
    const { db } = await store();
    const before = id === null ? null : await requireChangeable(db, actor, id);
    const { about, catalogue, opened } = await requireKnown(context, { kpi: given.kpi, scope: given.scope, customer: null });
    const text = { ...given, kpi: about.kpi ?? given.kpi };
    if (text.each !== null && text.scope !== null)
      throw new CuadroError({ code: 'alert_rule_each', where: 'each', found: `${text.scope}, ${text.each}` });
    const isStandard = before?.isDefault ?? false;
    const people = opened.catalog.sight ? await readPeople(opened) : [];
    const ruleId = before?.id ?? newId();
    const unwatched = watchable(ruleOf(ruleId, text), { catalogue, opened, people, to: undefined });
    if (unwatched === 'each_unreachable' || unwatched === 'grain_unfit')
      throw new CuadroError({ code: 'alert_rule_unfit', where: text.kpi, found: unwatched });
    const at = storedInstant(now());
    const row: AlertRuleTable = {
      id: ruleId,
      owner_id: before && !isStandard ? before.ownerId : isStandard ? null : actor.id,
      shared: shared || isStandard ? 1 : 0,
      name,
      definition: JSON.stringify(text),
      active: active ? 1 : 0,
      created_at: at,
      updated_at: at,
    };
    const { created_at: _, ...changed } = row;
    await db
      .insertInto('alert_rule')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
      .execute();
    const kept: KeptRule = {
      id: row.id,
      rule: ruleOf(row.id, text),
      text,
      name,
      ownerId: row.owner_id,
      isShared: row.shared === 1,
      isDefault: isStandard,
      isActive: active,
    };
    return toldRule(kept, actor, { catalogue, settings: context.workspace.settings }, language, unwatched);
  },
});

/** Takes a rule away, with what it found. One that comes with Cuadro is as it came again. */
export const removeAlertRuleOperation = defineOperation({
  id: 'remove_alert_rule',
  words: { es: 'quita una regla de aviso y sus alertas', en: 'remove a rule of alerts, and its alerts' },
  input: z.strictObject({ rule: z.string().min(1).max(200) }),
  output: z.strictObject({ removed: z.string() }),
  rest: { method: 'DELETE', path: '/alerts/rules/{rule}' },
  effect: 'write',
  on: 'store',
  permission: 'self',
  audit: ({ rule }) => ({ rule }),
  run: async ({ actor, store }, { rule }) => {
    const { db } = await store();
    const found = await requireChangeable(db, actor, rule);
    await db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('alert_rule').where('id', '=', found.id).execute();
      if (!defaultRules.some(({ id }) => id === found.id)) await transaction.deleteFrom('alert').where('rule_id', '=', found.id).execute();
    });
    return { removed: found.id };
  },
});
