select c.period as period,
  count(*) filter (where r."status" = 'won') as a1,
  count(case when coalesce(r."currency", 'EUR') = 'EUR' or r."amount" = 0 then cast(r."amount" as DOUBLE) else cast(r."amount" as DOUBLE) * "rate"."rate" end) filter (where r."status" = 'won') as a2,
  count(r."amount") filter (where r."status" = 'won') as a3,
  cast(sum(case when coalesce(r."currency", 'EUR') = 'EUR' or r."amount" = 0 then cast(r."amount" as DOUBLE) else cast(r."amount" as DOUBLE) * "rate"."rate" end) filter (where r."status" = 'won') as DOUBLE) as a4,
  sum(cast(case when coalesce(r."currency", 'EUR') = 'EUR' or r."amount" = 0 then cast(r."amount" as DOUBLE) else cast(r."amount" as DOUBLE) * "rate"."rate" end as DOUBLE) * cast(case when coalesce(r."currency", 'EUR') = 'EUR' or r."amount" = 0 then cast(r."amount" as DOUBLE) else cast(r."amount" as DOUBLE) * "rate"."rate" end as DOUBLE)) filter (where r."status" = 'won') as a5
from main."opportunity" as r
  left join main."rate_day" as "rate" on "rate"."currency" = r."currency" and "rate"."day" = r."closed_at_day"
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = r."closed_at_day"
where r."closed_at_day" between DATE '2024-01-01' and DATE '2024-03-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."status" = 'won'
group by 1;
