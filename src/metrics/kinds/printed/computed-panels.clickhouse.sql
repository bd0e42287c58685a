select c.period as period,
  "owner"."office" as g1,
  count(*) as a1
from main."lead" as r
  left join main."user" as "owner" on "owner"."_source" = r."_source" and "owner"."id" = r."owner_id"
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-01'), toDate32('2024-03-31')), tuple(1, toDate32('2024-04-01'), toDate32('2024-06-30'))]) as range_row)) as c on c.day = r."created_at_day"
where r."created_at_day" between toDate32('2024-01-01') and toDate32('2024-06-30')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1, 2;

select c.period as period,
  "owner"."office" as g1,
  count(*) as a1
from main."lead" as r
  left join main."user" as "owner" on "owner"."_source" = r."_source" and "owner"."id" = r."owner_id"
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2023-10-01'), toDate32('2023-10-31')), tuple(1, toDate32('2023-11-01'), toDate32('2023-11-30')), tuple(2, toDate32('2023-12-01'), toDate32('2023-12-31')), tuple(3, toDate32('2024-01-01'), toDate32('2024-01-31')), tuple(4, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(5, toDate32('2024-03-01'), toDate32('2024-03-31')), tuple(6, toDate32('2024-04-01'), toDate32('2024-04-30')), tuple(7, toDate32('2024-05-01'), toDate32('2024-05-31')), tuple(8, toDate32('2024-06-01'), toDate32('2024-06-30'))]) as range_row)) as c on c.day = r."created_at_day"
where r."created_at_day" between toDate32('2023-10-01') and toDate32('2024-06-30')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1, 2;

select c.period as period,
  "owner"."office" as g1,
  "owner"."name" as g2,
  count(*) filter (where r."status" = 'won') as a1
from main."opportunity" as r
  left join main."user" as "owner" on "owner"."_source" = r."_source" and "owner"."id" = r."owner_id"
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-01'), toDate32('2024-03-31')), tuple(1, toDate32('2024-04-01'), toDate32('2024-06-30'))]) as range_row)) as c on c.day = r."closed_at_day"
where r."closed_at_day" between toDate32('2024-01-01') and toDate32('2024-06-30')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."status" = 'won'
group by 1, 2, 3;
