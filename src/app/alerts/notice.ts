import { alertReadings, restatedWords, tellAlert, tellOver } from '../../i18n/alerts.ts';
import { formatValue, writerFor } from '../../i18n/format.ts';
import type { Language, Words } from '../../i18n/language.ts';
import type { JudgedStep } from '../../insights/alerts/evaluate.ts';
import type { AlertRule } from '../../insights/alerts/rule.ts';
import type { AlertTable } from '../../store/tables/alert.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Notice } from '../notices/notice.ts';
import { unitSchema } from '../output/kpi.ts';
import { grainWith, scopeOf, unitOf } from './of-alert.ts';
import type { Route } from './rule.ts';
import type { KeptRule } from './rules.ts';
import type { Writing } from './write.ts';

/** What words need. */
export interface Telling {
  readonly catalogue: Catalogue;
  readonly settings: { readonly locale: string; readonly currency: string };
}

const both = (of: (language: Language) => string): Words => ({ es: of('es'), en: of('en') });

/** The outcome of a reading that a rule waits for, in words. */
export const readingWords = ({ condition }: AlertRule, language: Language): string | null =>
  condition.kind !== 'reading'
    ? null
    : condition.outcomes.map((one) => alertReadings[`${condition.rule}.${one}`]?.[language] ?? `${condition.rule}: ${one}`).join(', ');

/** Names for what was seen beside: KPIs by theirs, members by their own. */
export const sawWords = (saw: readonly string[], { catalogue }: Telling, language: Language): readonly string[] =>
  saw.map((one) => catalogue.kpis.get(one)?.texts[language].name ?? one);

/** What is to be told of a judged period. */
export interface ToTell {
  readonly rule: AlertRule;
  readonly scope: string | null;
  readonly grain: string;
  readonly step: Pick<JudgedStep, 'period' | 'value' | 'expected' | 'saw'>;
}

/**
 * What an alert found, in a sentence.
 * @param isNaming whether other KPIs and members of dimensions may be named: not before it is known who reads
 */
export function saysOf({ rule, scope, grain, step }: ToTell, telling: Telling, language: Language, isNaming = false): string {
  const kpi = telling.catalogue.kpis.get(rule.kpi);
  const alert = {
    name: kpi?.texts[language].name ?? rule.kpi,
    unit: kpi?.unit ?? 'count',
    scope,
    kind: rule.condition.kind,
    period: step.period,
    grain,
    value: step.value,
    expected: step.expected,
    saw: isNaming ? sawWords(step.saw, telling, language) : [],
    reading: readingWords(rule, language),
  };
  return tellAlert(alert, language, writerFor(language, telling.settings));
}

/** Where the web shows an alert. */
export const pathOf = (alert: string): string => `/alerts?alert=${encodeURIComponent(alert)}`;

/** Whom a route means. */
export const audienceOf = ({ roles, departments, teams, members, channels }: Route): Notice['to'] => [
  ...members,
  ...roles.map((role) => ({ role })),
  ...departments.map((department) => ({ department })),
  ...teams.map((team) => ({ team })),
  ...channels.map((channel) => ({ channel })),
];

/** Who is told of a rule: those whom it names, else who made it; who looks after the alert in any case. */
export function readersOf({ text, ownerId }: KeptRule, { assignee_id, routed }: Pick<AlertTable, 'assignee_id' | 'routed'>): Notice['to'] {
  const named = audienceOf(text.route);
  const after: unknown = JSON.parse(routed);
  const departments = Array.isArray(after) ? after.map((department) => ({ department: String(department) })) : [];
  return [
    ...(named.length > 0 ? named : ownerId === null ? [] : [ownerId]),
    ...(assignee_id === null ? [] : [assignee_id]),
    ...departments,
  ];
}

const aboutOf = ({ watched }: Writing): Notice['about'] => ({ kpi: watched.kpi.id, scope: watched.scope, customer: null });

/** What an alert tells of itself, by whatever way: a judged period, its figures in what they are in. */
export function factsOf(
  {
    kept,
    row,
    step,
    says,
    why = null,
  }: {
    readonly kept: KeptRule;
    readonly row: Pick<AlertTable, 'id' | 'kpi' | 'fired_end'>;
    readonly step: Pick<JudgedStep, 'period' | 'value' | 'expected'> | undefined;
    readonly says: Words;
    readonly why?: Words | null;
  },
  { catalogue }: Telling,
) {
  const kpi = catalogue.kpis.get(row.kpi);
  return {
    alert: row.id,
    rule: kept.name,
    says,
    value: step?.value ?? null,
    limit: step?.expected ?? null,
    unit: kpi ? unitSchema.parse(unitOf(kept.rule.condition, kpi.unit)) : null,
    day: step?.period.end ?? row.fired_end,
    why,
    path: pathOf(row.id),
  };
}

/** The facts of the period in which an alert fired, with its sentence: for whoever is told of it later than at once. */
export function firedFacts(
  {
    kept,
    row,
    step,
    why = null,
  }: { readonly kept: KeptRule; readonly row: AlertTable; readonly step: JudgedStep | undefined; readonly why?: Words | null },
  telling: Telling,
) {
  const grain = grainWith(kept, telling.catalogue.kpis.get(row.kpi));
  const says = both((language) => (step ? saysOf({ rule: kept.rule, scope: scopeOf(row), grain, step }, telling, language) : row.kpi));
  return factsOf({ kept, row, step, says, why }, telling);
}

/** That an alert fires. Its key is that of the alert and the period: whatever comes later, nobody is told twice of it. */
export function firingNotice(writing: Writing, row: AlertTable, telling: Telling): Notice {
  const { kept, watched, evaluated } = writing;
  // A mute may have kept it back until now.
  const step = [...writing.known, ...evaluated.steps].findLast(({ period }) => period.start === row.fired_start);
  const restated = evaluated.events.find(
    ({ kind, period, isRestated }) => (kind === 'restated' || (kind === 'fired' && isRestated)) && period.start === row.fired_start,
  );
  const says = both((language) => {
    const main = step ? saysOf({ rule: kept.rule, scope: watched.scope, grain: watched.grain, step }, telling, language) : watched.kpi.id;
    if (!restated || restated.was === null) return main;
    const unit = unitOf(kept.rule.condition, watched.kpi.unit);
    return main + restatedWords[language].replace('{was}', formatValue(restated.was, unit, writerFor(language, telling.settings)));
  });
  return {
    key: `alert:${row.id}:${row.fired_start}:firing`,
    kind: 'alert_firing',
    to: readersOf(kept, row),
    about: aboutOf(writing),
    facts: factsOf({ kept, row, step, says }, telling),
  };
}

/** That it is over: recovered, or by a corrected figure it would not have fired. */
export function overNotice(writing: Writing, before: AlertTable, row: AlertTable, telling: Telling): Notice {
  const { kept, watched, evaluated } = writing;
  const taken = evaluated.events.find(({ kind, period }) => kind === 'retracted' && period.start === before.fired_start);
  const step = taken ? evaluated.steps.find(({ period }) => period.start === taken.period.start) : evaluated.steps.at(-1);
  const says = both((language) =>
    tellOver(
      {
        name: watched.kpi.texts[language].name,
        unit: unitOf(kept.rule.condition, watched.kpi.unit),
        scope: watched.scope,
        period: step?.period ?? { start: row.updated_at.slice(0, 10), end: row.updated_at.slice(0, 10) },
        grain: watched.grain,
        value: step?.value ?? null,
      },
      taken ? 'retracted' : 'recovered',
      language,
      writerFor(language, telling.settings),
    ),
  );
  return {
    key: `alert:${row.id}:${before.fired_start}:over`,
    kind: 'alert_recovered',
    to: readersOf(kept, before),
    about: aboutOf(writing),
    facts: factsOf({ kept, row, step, says }, telling),
  };
}
