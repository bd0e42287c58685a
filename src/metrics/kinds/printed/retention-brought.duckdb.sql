with spans as (
select
  r."_source" as source,
  r."account_id" as entity,
  r."valid_from_day" as first_day,
  r."valid_to_day" as end_day,
  1 as worth,
  r.ordinal as ordinal,
  "account"."industry" as g1
from main."customer_span" as r
  left join main."account" as "account" on "account"."_source" = r."_source" and "account"."id" = r."account_id"

),
kept as (
select a.source as source, a.entity as entity, p.period as period, a.g1 as g1
from spans as a cross join (select * from (values (0, DATE '2023-12-31', DATE '2024-01-31'), (1, DATE '2024-01-31', DATE '2024-02-29'), (2, DATE '2024-02-29', DATE '2024-03-31')) as constants("period", "opening", "closing")) as p
where (a.first_day is null or a.first_day <= p.opening) and (a.end_day is null or a.end_day > p.opening) and (a.first_day is null or a.first_day <= p.closing) and (a.end_day is null or a.end_day > p.closing)
union all
select a.source as source, a.entity as entity, p.period as period, a.g1 as g1
from spans as a cross join (select * from (values (0, DATE '2023-12-31', DATE '2024-01-31'), (1, DATE '2024-01-31', DATE '2024-02-29'), (2, DATE '2024-02-29', DATE '2024-03-31')) as constants("period", "opening", "closing")) as p
join spans as b on b.source = a.source and b.entity = a.entity
where (a.first_day is null or a.first_day <= p.opening) and (a.end_day is null or a.end_day > p.opening) and a.end_day <= p.closing and b.first_day >= a.end_day and (b.first_day is null or b.first_day <= p.closing) and (b.end_day is null or b.end_day > p.closing)
)
select k.period as period,
  k.g1 as g1,
  count(*) as a1,
  count(r."amount") as a2,
  cast(sum(r."amount") as DOUBLE) as a3,
  sum(cast(r."amount" as DOUBLE) * cast(r."amount" as DOUBLE)) as a4
from main."order" as r
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = r."ordered_at_day"
join kept as k on k.period = c.period and k.source = r."_source" and k.entity = r."account_id"
where r."ordered_at_day" between DATE '2024-01-01' and DATE '2024-03-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1, 2;
