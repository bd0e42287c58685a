with spans as (
select enters.period as entered,
  leaves.period as gone,
  cast(count(*) filter (where r."status" = 'sent') as Nullable(Float64)) as a1
from main."quote" as r
left join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-31'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as enters on enters.day = greatest(r."sent_at_day", toDate32('2024-01-31'))
left join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-31'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as leaves on leaves.day = greatest(least(coalesce(r."decided_at_day", toDate32('2024-04-01')), coalesce(addDays(r."valid_until_day", 1), toDate32('2024-04-01'))), toDate32('2024-01-31'))
where r."sent_at_day" < least(coalesce(r."decided_at_day", toDate32('2024-04-01')), coalesce(addDays(r."valid_until_day", 1), toDate32('2024-04-01')))
  and (enters.period is not null or leaves.period is not null)
  and r."sent_at_day" is not null
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."status" = 'sent'
group by 1, 2
)
select e.period as period, sum(e.a1) as a1
from (
select s.entered as period, s.a1 as a1 from spans as s where s.entered is not null
union all
select s.gone as period, -s.a1 as a1 from spans as s where s.gone is not null
) as e
group by 1;
