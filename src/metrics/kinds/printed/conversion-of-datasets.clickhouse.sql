select c.period as period,
  r."source" as g1,
  uniqExact(tuple(r."_source", r."visitor_id")) filter (where (r."_source") is not null and (r."visitor_id") is not null) as a1,
  count(*) as a2
from main."web_session" as r
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-01'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as c on c.day = r."started_at_day"
where r."started_at_day" between toDate32('2024-01-01') and toDate32('2024-03-31')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1, 2;

select c.period as period, b.g1 as g1, count(*) as rows, uniqExact(tuple(b.source, b.entity)) filter (where (b.source) is not null and (b.entity) is not null) as entities, sum(b.worth) as value
from (
select
  r."_source" as source,
  r."visitor_id" as entity,
  r."started_at" as moment,
  r."started_at_day" as day,
  (position(coalesce(r."_date_only", ''), ',started_at,') > 0) as is_date,
  1 as worth,
  r."source" as g1
from main."web_session" as r
where r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."visitor_id" is not null
  and r."started_at_day" is not null
) as b
asof join (
select
  r."_source" as source,
  r."visitor_id" as entity,
  case when (position(coalesce(r."_date_only", ''), ',occurred_at,') > 0) then toTimeZone(toDateTime64(addDays(r."occurred_at_day", 1), 6, 'Europe/Madrid'), 'UTC') else r."occurred_at" end as moment,
  r."occurred_at_day" as day,
  (position(coalesce(r."_date_only", ''), ',occurred_at,') > 0) as is_date
from main."web_event" as r
where r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."type" = 'purchase'
  and r."visitor_id" is not null
  and r."occurred_at_day" is not null
) as v on b.source = v.source and b.entity = v.entity and b.moment <= v.moment
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-01'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as c on c.day = b.day
where b.day between toDate32('2024-01-01') and toDate32('2024-03-31')
  and case when b.is_date or v.is_date then dateDiff('day', b.day, v.day) <= 7 else ((toUnixTimestamp64Micro(v.moment) - toUnixTimestamp64Micro(b.moment)) / 1e6) <= 604800 end
group by 1, 2;
