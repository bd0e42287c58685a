select c.period as period,
  count(*) filter (where r."status" = 'won') as a1,
  count(case when coalesce(r."currency", 'EUR') = 'EUR' or r."amount" = 0 then cast(r."amount" as Nullable(Float64)) else cast(r."amount" as Nullable(Float64)) * "rate"."rate" end) filter (where r."status" = 'won') as a2,
  count(r."amount") filter (where r."status" = 'won') as a3,
  cast(sum(case when coalesce(r."currency", 'EUR') = 'EUR' or r."amount" = 0 then cast(r."amount" as Nullable(Float64)) else cast(r."amount" as Nullable(Float64)) * "rate"."rate" end) filter (where r."status" = 'won') as Nullable(Float64)) as a4,
  sum(cast(case when coalesce(r."currency", 'EUR') = 'EUR' or r."amount" = 0 then cast(r."amount" as Nullable(Float64)) else cast(r."amount" as Nullable(Float64)) * "rate"."rate" end as Nullable(Float64)) * cast(case when coalesce(r."currency", 'EUR') = 'EUR' or r."amount" = 0 then cast(r."amount" as Nullable(Float64)) else cast(r."amount" as Nullable(Float64)) * "rate"."rate" end as Nullable(Float64))) filter (where r."status" = 'won') as a5
from main."opportunity" as r
  left join main."rate_day" as "rate" on "rate"."currency" = r."currency" and "rate"."day" = r."closed_at_day"
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-01'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as c on c.day = r."closed_at_day"
where r."closed_at_day" between toDate32('2024-01-01') and toDate32('2024-03-31')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."status" = 'won'
group by 1;
