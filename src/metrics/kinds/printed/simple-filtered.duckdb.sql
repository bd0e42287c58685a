select c.period as period,
  count(*) filter (where r."status" = 'won') as a1,
  count(r."amount") filter (where r."status" = 'won') as a2,
  cast(sum(r."amount") filter (where r."status" = 'won') as DOUBLE) as a3,
  sum(cast(r."amount" as DOUBLE) * cast(r."amount" as DOUBLE)) filter (where r."status" = 'won') as a4
from main."opportunity" as r
  left join main."user" as "owner" on "owner"."_source" = r."_source" and "owner"."id" = r."owner_id"
  left join main."account" as "account" on "account"."_source" = r."_source" and "account"."id" = r."account_id"
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = r."closed_at_day"
where r."closed_at_day" between DATE '2024-01-01' and DATE '2024-03-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."status" = 'won'
  and ("owner"."name" = 'Ana' or "owner"."name" = 'O''Hara')
  and "account"."industry" is null
  and (r."stage" is null or r."stage" <> 'Lost')
  and r."amount" >= 1000
group by 1;
