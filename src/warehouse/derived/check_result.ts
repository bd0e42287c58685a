import { checkedEntities, checkResult } from '../../model/derived/check_result.ts';
import { dayColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import { checkSql, checks } from '../../quality/checks.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { isLive } from './moment.ts';

/** Every check of one entity in one pass over its records, then a row for each check. */
const entitySql = ({ dialect, relation, watermarks, asOf }: DerivedContext, entity: string): string => {
  const own = checks.filter((check) => check.entity === entity);
  const fields = entities.get(entity)?.fields ?? {};
  const begins = entities.get(entity)?.begins ?? 'created_at';
  const start = fields[begins]?.type === 'instant' ? dayColumn(begins) : begins;
  const days = [...new Set([start, dayColumn('created_at'), dayColumn('updated_at')])].map((column) => `e."${column}"`);
  const targets = own.flatMap((check) => (check.check === 'missing_reference' ? [check] : []));
  const joins = targets.map(
    ({ field, target }, i) =>
      `left join (select t._source as _source, t.id as id from ${relation(target)} as t) as r${i} on r${i}._source = e._source and r${i}.id = e."${field}"`,
  );
  const today = asOf ? dialect.least('w.day', dialect.date(asOf)) : 'w.day';
  const counts = own.map((check, i) => {
    const place = targets.findIndex((target) => target === check);
    const { looksAt, fails } = checkSql(check, { referred: `r${place}.id`, today, daysBetween: dialect.daysBetween });
    return `sum(case when ${looksAt} then 1 else 0 end) as n${i}, sum(case when (${looksAt}) and (${fails}) then 1 else 0 end) as f${i}`;
  });
  const pick = (letter: string): string => `case k.place ${own.map((_, i) => `when ${i} then a.${letter}${i}`).join(' ')} end`;
  const list = dialect.values(
    ['place', 'check_name', 'aspect', 'field'],
    own.map(({ check, aspect, field }, i) => [dialect.number(i), dialect.text(check), dialect.text(aspect), dialect.text(field)]),
  );
  return `select a._source as _source, ${dialect.text(entity)} as entity, k.field as field, k.check_name as check_name, k.aspect as aspect, a.month as month, ${pick('n')} as checked, ${pick('f')} as failed
from (
  select e._source as _source, date_trunc('month', coalesce(${days.join(', ')})) as month, ${counts.join(', ')}
  from ${relation(entity)} as e
  ${joins.join('\n  ')}
  left join (select m.source as source, m.day as day from ${watermarks} as m where m.entity = ${dialect.text(entity)}) as w on w.source = e._source
  where ${isLive('e')}
  group by 1, 2
) as a cross join ${list} as k`;
};

/** Checks counted by month; the rule is told at the model's `check_result`. */
export const checkResultBuilder: SelectedBuilder = {
  dataset: checkResult,
  reach: { of: checkedEntities },
  unites: checkedEntities,
  sql: (
    context,
  ) => `select c._source as _source, c.entity as entity, c.field as field, c.check_name as "check", c.aspect as aspect, c.month as month, c.checked as checked, c.checked - c.failed as passed, c.failed as failed
from (
  select u.*, sum(u.checked - u.failed) over (partition by u._source, u.entity, u.field, u.check_name) as ever_passed
  from (
${checkedEntities
  .filter((entity) => !context.empty?.has(entity))
  .map((entity) => entitySql(context, entity))
  .join('\nunion all\n')}
  ) as u
) as c
where c.checked > 0 and (c.ever_passed > 0 or c.check_name <> 'missing_field')`,
};
