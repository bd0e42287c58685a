with spans as (
select
  r."_source" as source,
  r."account_id" as entity,
  r."valid_from_day" as first_day,
  r."valid_to_day" as end_day,
  coalesce(cast(r."mrr" as Nullable(Float64)), 0) as worth,
  row_number() over (partition by r."_source", r."account_id" order by r."valid_from_day") as ordinal,
  0 as unrated,
  ("account"."industry" = 'Retail') as asked
from main."mrr_span" as r
  left join main."account" as "account" on "account"."_source" = r."_source" and "account"."id" = r."account_id"

),
early as (
select a.source as source, a.entity as entity, p.period as period, sum(a.worth) as worth, sum(a.unrated) as unrated
from spans as a cross join (select tupleElement(constant_row, 1) as "period", tupleElement(constant_row, 2) as "opening", tupleElement(constant_row, 3) as "closing" from (select arrayJoin([tuple(0, toDate32('2023-12-31'), toDate32('2024-01-31')), tuple(1, toDate32('2024-01-31'), toDate32('2024-02-29')), tuple(2, toDate32('2024-02-29'), toDate32('2024-03-31'))]) as constant_row)) as p
where a.asked and (a.first_day is null or a.first_day <= p.opening) and (a.end_day is null or a.end_day > p.opening)
group by 1, 2, 3
),
late as (
select a.source as source, a.entity as entity, p.period as period, sum(a.worth) as worth, sum(a.unrated) as unrated
from spans as a cross join (select tupleElement(constant_row, 1) as "period", tupleElement(constant_row, 2) as "opening", tupleElement(constant_row, 3) as "closing" from (select arrayJoin([tuple(0, toDate32('2023-12-31'), toDate32('2024-01-31')), tuple(1, toDate32('2024-01-31'), toDate32('2024-02-29')), tuple(2, toDate32('2024-02-29'), toDate32('2024-03-31'))]) as constant_row)) as p
where (a.first_day is null or a.first_day <= p.closing) and (a.end_day is null or a.end_day > p.closing)
group by 1, 2, 3
)
select s.period as period, sum(s.worth) as present, cast(sum(s.unrated) as Nullable(Float64)) as unrated, cast(sum(coalesce(l.unrated, 0)) as Nullable(Float64)) as unrated_later, cast(count(*) as Nullable(Float64)) as entities, sum(s.worth) filter (where l.entity is not null) as kept, sum(l.worth) filter (where l.entity is not null) as net, sum(least(s.worth, l.worth)) filter (where l.entity is not null) as gross
from early as s left join late as l on l.period = s.period and l.source = s.source and l.entity = s.entity
group by 1;
