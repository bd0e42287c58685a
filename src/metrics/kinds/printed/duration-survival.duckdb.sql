select c.period as period,
  case when (r."closed_at_day" is null or r."closed_at_day" > DATE '2024-12-31') then cast((DATE '2024-12-31' - r."created_at_day") as DOUBLE) * 1 else case when contains(coalesce(r."_date_only", ''), ',created_at,') or contains(coalesce(r."_date_only", ''), ',closed_at,') then cast((r."closed_at_day" - r."created_at_day") as DOUBLE) * 1 else ((epoch_us(r."closed_at") - epoch_us(r."created_at")) / 1e6) / 86400 end end as time,
  count(*) filter (where not (r."closed_at_day" is null or r."closed_at_day" > DATE '2024-12-31')) as ended,
  count(*) filter (where (r."closed_at_day" is null or r."closed_at_day" > DATE '2024-12-31')) as censored
from main."opportunity" as r
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = r."created_at_day"
where r."created_at_day" between DATE '2024-01-01' and DATE '2024-03-31'
  and r."created_at_day" <= DATE '2024-12-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1, 2;
