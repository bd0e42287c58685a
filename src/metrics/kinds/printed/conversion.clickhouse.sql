select c.period as period,
  count(*) as a1,
  count(*) as a2,
  count(*) filter (where (r."converted_at" is not null and case when (position(coalesce(r."_date_only", ''), ',created_at,') > 0) or (position(coalesce(r."_date_only", ''), ',converted_at,') > 0) then r."converted_at_day" >= r."created_at_day" else r."converted_at" >= r."created_at" end and dateDiff('day', r."created_at_day", r."converted_at_day") <= 90)) as a3,
  count(*) filter (where (r."converted_at" is not null and case when (position(coalesce(r."_date_only", ''), ',created_at,') > 0) or (position(coalesce(r."_date_only", ''), ',converted_at,') > 0) then r."converted_at_day" >= r."created_at_day" else r."converted_at" >= r."created_at" end and dateDiff('day', r."created_at_day", r."converted_at_day") <= 90)) as a4,
  count(*) filter (where case when (position(coalesce(r."_date_only", ''), ',created_at,') > 0) or (position(coalesce(r."_date_only", ''), ',converted_at,') > 0) then r."converted_at_day" < r."created_at_day" else r."converted_at" < r."created_at" end) as a5
from main."lead" as r
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-01'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as c on c.day = r."created_at_day"
where r."created_at_day" between toDate32('2024-01-01') and toDate32('2024-03-31')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1;
