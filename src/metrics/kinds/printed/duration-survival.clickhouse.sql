select c.period as period,
  case when (r."closed_at_day" is null or r."closed_at_day" > toDate32('2024-12-31')) then cast(dateDiff('day', r."created_at_day", toDate32('2024-12-31')) as Nullable(Float64)) * 1 else case when (position(coalesce(r."_date_only", ''), ',created_at,') > 0) or (position(coalesce(r."_date_only", ''), ',closed_at,') > 0) then cast(dateDiff('day', r."created_at_day", r."closed_at_day") as Nullable(Float64)) * 1 else ((toUnixTimestamp64Micro(r."closed_at") - toUnixTimestamp64Micro(r."created_at")) / 1e6) / 86400 end end as time,
  count(*) filter (where not (r."closed_at_day" is null or r."closed_at_day" > toDate32('2024-12-31'))) as ended,
  count(*) filter (where (r."closed_at_day" is null or r."closed_at_day" > toDate32('2024-12-31'))) as censored
from main."opportunity" as r
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-01'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as c on c.day = r."created_at_day"
where r."created_at_day" between toDate32('2024-01-01') and toDate32('2024-03-31')
  and r."created_at_day" <= toDate32('2024-12-31')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1, 2;
