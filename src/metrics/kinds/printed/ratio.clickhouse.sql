select c.period as period,
  "owner"."name" as g1,
  count(*) filter (where (r."status" in ('won', 'lost') and r."status" = 'won')) as a1,
  count(*) filter (where r."status" in ('won', 'lost')) as a2
from main."opportunity" as r
  left join main."user" as "owner" on "owner"."_source" = r."_source" and "owner"."id" = r."owner_id"
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-01'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as c on c.day = r."closed_at_day"
where r."closed_at_day" between toDate32('2024-01-01') and toDate32('2024-03-31')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."status" in ('won', 'lost')
group by 1, 2;
