select c.period as period,
  "owner"."name" as g1,
  count(*) filter (where (r."status" in ('won', 'lost') and r."status" = 'won')) as a1,
  count(*) filter (where r."status" in ('won', 'lost')) as a2
from main."opportunity" as r
  left join main."user" as "owner" on "owner"."_source" = r."_source" and "owner"."id" = r."owner_id"
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = r."closed_at_day"
where r."closed_at_day" between DATE '2024-01-01' and DATE '2024-03-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."status" in ('won', 'lost')
group by 1, 2;
