select c.period as period,
  r."source" as g1,
  count(distinct case when (r."_source") is not null and (r."visitor_id") is not null then row(r."_source", r."visitor_id") end) as a1,
  count(*) as a2
from main."web_session" as r
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = r."started_at_day"
where r."started_at_day" between DATE '2024-01-01' and DATE '2024-03-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1, 2;

select c.period as period, b.g1 as g1, count(*) as rows, count(distinct case when (b.source) is not null and (b.entity) is not null then row(b.source, b.entity) end) as entities, sum(b.worth) as value
from (
select
  r."_source" as source,
  r."visitor_id" as entity,
  r."started_at" as moment,
  r."started_at_day" as day,
  contains(coalesce(r."_date_only", ''), ',started_at,') as is_date,
  1 as worth,
  r."source" as g1
from main."web_session" as r
where r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."visitor_id" is not null
  and r."started_at_day" is not null
) as b
asof join (
select
  r."_source" as source,
  r."visitor_id" as entity,
  case when contains(coalesce(r."_date_only", ''), ',occurred_at,') then timezone('UTC', timezone('Europe/Madrid', cast((r."occurred_at_day" + cast(1 as INTEGER)) as TIMESTAMP))) else r."occurred_at" end as moment,
  r."occurred_at_day" as day,
  contains(coalesce(r."_date_only", ''), ',occurred_at,') as is_date
from main."web_event" as r
where r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."type" = 'purchase'
  and r."visitor_id" is not null
  and r."occurred_at_day" is not null
) as v on b.source = v.source and b.entity = v.entity and b.moment <= v.moment
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = b.day
where b.day between DATE '2024-01-01' and DATE '2024-03-31'
  and case when b.is_date or v.is_date then (v.day - b.day) <= 7 else ((epoch_us(v.moment) - epoch_us(b.moment)) / 1e6) <= 604800 end
group by 1, 2;
