with spans as (
select
  r."_source" as source,
  r."account_id" as entity,
  r."valid_from_day" as first_day,
  r."valid_to_day" as end_day,
  coalesce(cast(r."mrr" as DOUBLE), 0) as worth,
  row_number() over (partition by r."_source", r."account_id" order by r."valid_from_day") as ordinal,
  0 as unrated,
  ("account"."industry" = 'Retail') as asked
from main."mrr_span" as r
  left join main."account" as "account" on "account"."_source" = r."_source" and "account"."id" = r."account_id"

),
early as (
select a.source as source, a.entity as entity, p.period as period, sum(a.worth) as worth, sum(a.unrated) as unrated
from spans as a cross join (select * from (values (0, DATE '2023-12-31', DATE '2024-01-31'), (1, DATE '2024-01-31', DATE '2024-02-29'), (2, DATE '2024-02-29', DATE '2024-03-31')) as constants("period", "opening", "closing")) as p
where a.asked and (a.first_day is null or a.first_day <= p.opening) and (a.end_day is null or a.end_day > p.opening)
group by 1, 2, 3
),
late as (
select a.source as source, a.entity as entity, p.period as period, sum(a.worth) as worth, sum(a.unrated) as unrated
from spans as a cross join (select * from (values (0, DATE '2023-12-31', DATE '2024-01-31'), (1, DATE '2024-01-31', DATE '2024-02-29'), (2, DATE '2024-02-29', DATE '2024-03-31')) as constants("period", "opening", "closing")) as p
where (a.first_day is null or a.first_day <= p.closing) and (a.end_day is null or a.end_day > p.closing)
group by 1, 2, 3
)
select s.period as period, sum(s.worth) as present, cast(sum(s.unrated) as DOUBLE) as unrated, cast(sum(coalesce(l.unrated, 0)) as DOUBLE) as unrated_later, cast(count(*) as DOUBLE) as entities, sum(s.worth) filter (where l.entity is not null) as kept, sum(l.worth) filter (where l.entity is not null) as net, sum(least(s.worth, l.worth)) filter (where l.entity is not null) as gross
from early as s left join late as l on l.period = s.period and l.source = s.source and l.entity = s.entity
group by 1;
