select c.period as period,
  "owner"."office" as g1,
  count(*) as a1
from main."lead" as r
  left join main."user" as "owner" on "owner"."_source" = r."_source" and "owner"."id" = r."owner_id"
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-03-31'), (1, DATE '2024-04-01', DATE '2024-06-30')) as ranges(period, first_day, last_day)) as c on c.day = r."created_at_day"
where r."created_at_day" between DATE '2024-01-01' and DATE '2024-06-30'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1, 2;

select c.period as period,
  "owner"."office" as g1,
  count(*) as a1
from main."lead" as r
  left join main."user" as "owner" on "owner"."_source" = r."_source" and "owner"."id" = r."owner_id"
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2023-10-01', DATE '2023-10-31'), (1, DATE '2023-11-01', DATE '2023-11-30'), (2, DATE '2023-12-01', DATE '2023-12-31'), (3, DATE '2024-01-01', DATE '2024-01-31'), (4, DATE '2024-02-01', DATE '2024-02-29'), (5, DATE '2024-03-01', DATE '2024-03-31'), (6, DATE '2024-04-01', DATE '2024-04-30'), (7, DATE '2024-05-01', DATE '2024-05-31'), (8, DATE '2024-06-01', DATE '2024-06-30')) as ranges(period, first_day, last_day)) as c on c.day = r."created_at_day"
where r."created_at_day" between DATE '2023-10-01' and DATE '2024-06-30'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1, 2;

select c.period as period,
  "owner"."office" as g1,
  "owner"."name" as g2,
  count(*) filter (where r."status" = 'won') as a1
from main."opportunity" as r
  left join main."user" as "owner" on "owner"."_source" = r."_source" and "owner"."id" = r."owner_id"
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-03-31'), (1, DATE '2024-04-01', DATE '2024-06-30')) as ranges(period, first_day, last_day)) as c on c.day = r."closed_at_day"
where r."closed_at_day" between DATE '2024-01-01' and DATE '2024-06-30'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."status" = 'won'
group by 1, 2, 3;
