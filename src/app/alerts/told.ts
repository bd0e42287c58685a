import { z } from 'zod';
import { tellRule, unwatchedWords } from '../../i18n/alerts.ts';
import { writerFor } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import type { JudgedStep } from '../../insights/alerts/evaluate.ts';
import { alertStates } from '../../insights/alerts/state.ts';
import { storedInstant } from '../../store/instant.ts';
import type { AlertMuteTable, AlertTable } from '../../store/tables/alert.ts';
import { directionSchema, unitSchema } from '../output/kpi.ts';
import { countSchema, periodSchema } from '../output/period.ts';
import type { Actor } from '../rights/actor.ts';
import { muteAt } from './mutes.ts';
import { readingWords, saysOf, type Telling } from './notice.ts';
import { grainWith, scopeOf, unitOf } from './of-alert.ts';
import { ruleSchema } from './rule.ts';
import { isThere, type KeptRule, mayChangeRule } from './rules.ts';
import type { Unwatched } from './watches.ts';

const number = z.number().nullable();
const moment = z.string().describe('ISO 8601, UTC.');

export const alertRuleSchema = z
  .strictObject({
    id: z.string(),
    name: z.string().nullable().describe('As whoever made it calls it.'),
    says: z.string().describe('The rule as a sentence.'),
    kpi_name: z.string(),
    rule: ruleSchema,
    active: z.boolean(),
    shared: z.boolean().describe("The company's; else one's own."),
    standard: z.boolean().describe('It comes with Cuadro.'),
    editable: z.boolean(),
    unwatched: z.string().nullable().describe('Why it looks at nothing; null: it does.'),
  })
  .meta({ id: 'AlertRule' });

export function toldRule(
  kept: KeptRule,
  actor: Actor,
  telling: Telling,
  language: Language,
  unwatched: Unwatched | undefined,
): z.output<typeof alertRuleSchema> {
  const kpi = telling.catalogue.kpis.get(kept.rule.kpi);
  const name = kpi?.texts[language].name ?? kept.rule.kpi;
  const { rule, text } = kept;
  return {
    id: kept.id,
    name: kept.name,
    says: tellRule(
      {
        kpi: name,
        unit: kpi?.unit ?? 'count',
        direction: kpi?.direction ?? 'none',
        scope: rule.scope,
        each: rule.each,
        grain: grainWith(kept, kpi),
        condition: { ...rule.condition },
        leastSample: rule.leastSample,
        breaches: rule.patience.breaches,
        reading: readingWords(rule, language),
      },
      language,
      writerFor(language, telling.settings),
    ),
    kpi_name: name,
    rule: text,
    active: kept.isActive,
    shared: kept.isShared,
    standard: kept.isDefault,
    editable: mayChangeRule(kept, actor),
    unwatched: unwatched === undefined ? null : (unwatchedWords[unwatched]?.[language] ?? unwatched),
  };
}

export const alertSchema = z
  .strictObject({
    id: z.string(),
    rule: z.string(),
    rule_says: z.string(),
    kind: z
      .string()
      .describe('Of what has to happen: threshold, change, anomaly… What `mix` finds is a share, what `stale` finds are days.'),
    kpi: z.string(),
    name: z.string(),
    scope: z.string().nullable(),
    state: z.enum(alertStates),
    on: z.boolean().describe('It fires, or has not recovered yet.'),
    says: z.string(),
    unit: unitSchema,
    direction: directionSchema,
    grain: z.string(),
    since: z.iso.date().nullable().describe('The first day of the period in which it began.'),
    fired: periodSchema.nullable().describe('The period in which it fired last.'),
    fired_at: moment.nullable(),
    told_at: moment.nullable(),
    period: periodSchema.nullable().describe('The last that was judged.'),
    value: number,
    expected: number.describe('What it is held against: a limit, what was, what was to be expected.'),
    usual: z.tuple([z.number(), z.number()]).nullable().describe('Where it usually is.'),
    chance: number.describe('How often chance alone makes as much.'),
    n: countSchema,
    points: z
      .array(z.strictObject({ start: z.iso.date(), end: z.iso.date(), value: number, sign: z.string() }))
      .describe('The last periods judged, oldest first.'),
    acknowledged: z.strictObject({ by: z.string().nullable(), at: moment }).nullable(),
    owner: z.strictObject({ id: z.string(), name: z.string() }).nullable().describe('Who looks after it.'),
    muted: z.strictObject({ reason: z.string(), until: moment }).nullable(),
    routed: z.array(z.string()).describe('Departments that it was sent to.'),
    escalated_at: moment.nullable(),
    mine: z.boolean().describe('Of a rule of one’s own.'),
  })
  .meta({ id: 'Alert' });

export type ToldAlert = z.output<typeof alertSchema>;

/** An alert with what belongs to it. */
export interface AlertWith {
  readonly row: AlertTable;
  readonly kept: KeptRule;
  /** Oldest first. */
  readonly steps: readonly JudgedStep[];
}

const pointsShown = 13;

export interface AlertTelling extends Telling {
  readonly actor: Actor;
  readonly mutes: readonly AlertMuteTable[];
  readonly names: ReadonlyMap<string, string>;
  readonly now: Temporal.Instant;
  /** Whether other KPIs and members of dimensions may be named. */
  readonly isNaming: boolean;
}

export function toldAlert({ row, kept, steps }: AlertWith, telling: AlertTelling, language: Language): ToldAlert {
  const { catalogue, mutes, names, now, actor } = telling;
  const kpi = catalogue.kpis.get(row.kpi);
  const last = steps.at(-1) ?? null;
  const fired = steps.find(({ period }) => period.start === row.fired_start) ?? null;
  const held = last?.course.held ?? 'normal';
  const grain = grainWith(kept, kpi);
  const shown = fired ?? last;
  const at = storedInstant(now);
  const mute = muteAt(mutes, row, at);
  const scope = scopeOf(row);
  return {
    id: row.id,
    rule: kept.id,
    rule_says: toldRule(kept, actor, telling, language, undefined).says,
    kind: kept.rule.condition.kind,
    kpi: row.kpi,
    name: kpi?.texts[language].name ?? row.kpi,
    scope,
    state: z.enum(alertStates).parse(row.state),
    on: held === 'firing' || held === 'recovering',
    says: shown ? saysOf({ rule: kept.rule, scope, grain, step: shown }, telling, language, telling.isNaming) : '',
    unit: unitSchema.parse(unitOf(kept.rule.condition, kpi?.unit ?? 'count')),
    direction: kpi?.direction ?? 'none',
    grain,
    since: row.since,
    fired: row.fired_start === null || row.fired_end === null ? null : { start: row.fired_start, end: row.fired_end },
    fired_at: row.fired_at,
    told_at: row.told === row.fired_start ? row.told_at : null,
    period: last?.period ?? null,
    value: last?.value ?? null,
    expected: last?.expected ?? null,
    usual: last?.usual ? [last.usual[0], last.usual[1]] : null,
    chance: shown?.p ?? null,
    n: last?.n ?? 0,
    points: steps.slice(-pointsShown).map(({ period, value, sign }) => ({ ...period, value, sign })),
    acknowledged:
      row.acknowledged_at === null
        ? null
        : { by: row.acknowledged_by === null ? null : (names.get(row.acknowledged_by) ?? null), at: row.acknowledged_at },
    owner: row.assignee_id === null ? null : { id: row.assignee_id, name: names.get(row.assignee_id) ?? '–' },
    muted: mute ? { reason: mute.reason, until: mute.until } : null,
    routed: z.array(z.string()).parse(JSON.parse(row.routed)),
    escalated_at: row.escalated_at,
    mine: !kept.isShared && isThere(kept, actor),
  };
}
