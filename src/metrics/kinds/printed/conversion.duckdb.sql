select c.period as period,
  count(*) as a1,
  count(*) as a2,
  count(*) filter (where (r."converted_at" is not null and case when contains(coalesce(r."_date_only", ''), ',created_at,') or contains(coalesce(r."_date_only", ''), ',converted_at,') then r."converted_at_day" >= r."created_at_day" else r."converted_at" >= r."created_at" end and case when contains(coalesce(r."_date_only", ''), ',created_at,') or contains(coalesce(r."_date_only", ''), ',converted_at,') then cast((r."converted_at_day" - r."created_at_day") as DOUBLE) * 1 else ((epoch_us(r."converted_at") - epoch_us(r."created_at")) / 1e6) / 86400 end <= 90)) as a3,
  count(*) filter (where (r."converted_at" is not null and case when contains(coalesce(r."_date_only", ''), ',created_at,') or contains(coalesce(r."_date_only", ''), ',converted_at,') then r."converted_at_day" >= r."created_at_day" else r."converted_at" >= r."created_at" end and case when contains(coalesce(r."_date_only", ''), ',created_at,') or contains(coalesce(r."_date_only", ''), ',converted_at,') then cast((r."converted_at_day" - r."created_at_day") as DOUBLE) * 1 else ((epoch_us(r."converted_at") - epoch_us(r."created_at")) / 1e6) / 86400 end <= 90)) as a4,
  count(*) filter (where case when contains(coalesce(r."_date_only", ''), ',created_at,') or contains(coalesce(r."_date_only", ''), ',converted_at,') then r."converted_at_day" < r."created_at_day" else r."converted_at" < r."created_at" end) as a5
from main."lead" as r
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = r."created_at_day"
where r."created_at_day" between DATE '2024-01-01' and DATE '2024-03-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1;
