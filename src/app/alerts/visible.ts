import type { Engine } from '../../metrics/engine.ts';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { AlertTable } from '../../store/tables/alert.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import type { OperationContext } from '../operation.ts';
import { namesOf } from '../people/author.ts';
import { mayKnowOf } from '../subject/about.ts';
import { scopeOf } from './of-alert.ts';
import { isThere, type KeptRule, readRules } from './rules.ts';
import { stepOf } from './steps.ts';
import type { AlertTelling, AlertWith } from './told.ts';

/** What is read of the store for some alerts that somebody may know of, and how to tell of them. */
export interface VisibleAlerts {
  readonly db: StoreDatabase;
  readonly opened: Engine;
  readonly catalogue: Catalogue;
  readonly rules: readonly KeptRule[];
  readonly alerts: readonly AlertWith[];
  readonly telling: AlertTelling;
}

const stepsShown = 24;

/**
 * The alerts among these that are there for whoever asks: of the company's rules and their own, whose figure they may see. Of the others not even a number.
 * @param rows given, or those that are chosen of the store
 */
export async function visibleAlerts(
  context: OperationContext,
  choose: (db: StoreDatabase) => Promise<readonly AlertTable[]>,
): Promise<VisibleAlerts> {
  const { db } = await context.store();
  const { actor, workspace } = context;
  const catalogue = await catalogueOf(workspace);
  const opened = await openEngine(context, {});
  const rules = await readRules(db);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const rows = (await choose(db)).flatMap((row) => {
    const kept = byId.get(row.rule_id);
    return kept && isThere(kept, actor) ? [{ row, kept }] : [];
  });
  const known = await mayKnowOf(
    rows.map(({ row }) => ({ kpi: row.kpi, scope: scopeOf(row), customer: null })),
    { opened, catalogue },
  );
  const own = rows.filter((_, index) => known[index]);
  const ids = own.map(({ row }) => row.id);
  const found =
    ids.length === 0 ? [] : await db.selectFrom('alert_step').selectAll().where('alert_id', 'in', ids).orderBy('period_start').execute();
  const steps = Map.groupBy(found, ({ alert_id }) => alert_id);
  const mutes = await db
    .selectFrom('alert_mute')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('until', '>', storedInstant(context.now()))
    .execute();
  const names = await namesOf(
    db,
    own.flatMap(({ row }) => [row.acknowledged_by, row.assignee_id]),
  );
  return {
    db,
    opened,
    catalogue,
    rules,
    alerts: own.map(({ row, kept }) => ({ row, kept, steps: (steps.get(row.id) ?? []).slice(-stepsShown).map(stepOf) })),
    telling: {
      catalogue,
      settings: workspace.settings,
      actor,
      mutes,
      names,
      now: context.now(),
      // What stands beside is another figure, which is not asked about here.
      isNaming:
        opened.catalog.sight === undefined ||
        opened.catalog.sight === null ||
        (opened.catalog.sight.rows === null && opened.catalog.sight.personal === null),
    },
  };
}

/** @throws CuadroError `alert_unknown` also for what they may not know of */
export async function requireAlert(context: OperationContext, id: string): Promise<VisibleAlerts & { readonly alert: AlertWith }> {
  const visible = await visibleAlerts(context, (db) => db.selectFrom('alert').selectAll().where('id', '=', id).execute());
  const [alert] = visible.alerts;
  if (!alert) throw new CuadroError({ code: 'alert_unknown', where: 'alert', found: id });
  return { ...visible, alert };
}
