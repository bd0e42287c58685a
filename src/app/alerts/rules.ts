import { type DefaultRule, defaultRules } from '../../insights/alerts/defaults.ts';
import type { AlertRule } from '../../insights/alerts/rule.ts';
import { CuadroError } from '../../model/error.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { AlertRuleTable } from '../../store/tables/alert.ts';
import { type Actor, requirePermission } from '../rights/actor.ts';
import { nobody, type RuleText, ruleOf, ruleSchema } from './rule.ts';

/** A rule as it holds now. */
export interface KeptRule {
  readonly id: string;
  readonly rule: AlertRule;
  readonly text: RuleText;
  readonly name: string | null;
  /** Null: the company's, or made at the machine itself. */
  readonly ownerId: string | null;
  readonly isShared: boolean;
  /** It comes with Cuadro. */
  readonly isDefault: boolean;
  readonly isActive: boolean;
}

/** What is sent to a department that does not look here every day: two days without anybody taking it on. */
const defaultEscalation = 48;

const textOfDefault = ({ kpi, scope, each, grain, condition, leastSample, patience, departments }: DefaultRule): RuleText =>
  ruleSchema.parse({
    kpi,
    scope,
    each,
    grain,
    condition,
    least_sample: leastSample,
    breaches: patience.breaches,
    clears: patience.clears,
    route: { ...nobody, roles: ['owner', 'administrator'], departments },
    escalate_after: departments.length > 0 ? defaultEscalation : null,
  } satisfies Record<keyof RuleText, unknown>);

const kept = (row: AlertRuleTable): KeptRule => {
  const text = ruleSchema.parse(JSON.parse(row.definition));
  return {
    id: row.id,
    rule: ruleOf(row.id, text),
    text,
    name: row.name,
    ownerId: row.owner_id,
    isShared: row.shared === 1,
    isDefault: defaultRules.some(({ id }) => id === row.id),
    isActive: row.active === 1,
  };
};

/** Every rule: those that come with Cuadro, as the company has them, then its own and those of its people. */
export async function readRules(db: StoreDatabase): Promise<readonly KeptRule[]> {
  const rows = await db.selectFrom('alert_rule').selectAll().orderBy('created_at').orderBy('id').execute();
  const stored = new Map(rows.map((row) => [row.id, kept(row)]));
  const defaults = defaultRules.map((one): KeptRule => {
    const own = stored.get(one.id);
    if (own) return own;
    const text = textOfDefault(one);
    return { id: one.id, rule: ruleOf(one.id, text), text, name: null, ownerId: null, isShared: true, isDefault: true, isActive: true };
  });
  return [...defaults, ...[...stored.values()].filter(({ isDefault }) => !isDefault)];
}

/** Whether a rule is there for somebody: the company's, and one's own. What they may see of its figure is another question. */
export const isThere = ({ isShared, ownerId }: KeptRule, actor: Actor): boolean =>
  isShared || (ownerId === null ? actor.kind === 'local' || actor.kind === 'system' : ownerId === actor.id);

export const mayChangeRule = (rule: KeptRule, actor: Actor): boolean =>
  isThere(rule, actor) && (rule.isShared ? actor.permissions.has('catalogue.write') : actor.permissions.has('self'));

/** @throws CuadroError `alert_rule_unknown` also for another's own; `forbidden` */
export async function requireChangeable(db: StoreDatabase, actor: Actor, id: string): Promise<KeptRule> {
  const found = (await readRules(db)).find((rule) => rule.id === id);
  if (!found || !isThere(found, actor)) throw new CuadroError({ code: 'alert_rule_unknown', where: 'rule', found: id });
  if (found.isShared) requirePermission(actor, 'catalogue.write');
  return found;
}
