with spans as (
select enters.period as entered,
  leaves.period as gone,
  r."stage" as g1,
  cast(count(*) filter (where r."status" = 'open') as Nullable(Float64)) as a1,
  cast(count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as Nullable(Float64)) as a2
from main."opportunity_span" as r
left join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-31'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as enters on enters.day = greatest(coalesce(r."valid_from_day", toDate32('2024-01-31')), toDate32('2024-01-31'))
left join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-31'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as leaves on leaves.day = greatest(coalesce(r."valid_to_day", toDate32('2024-04-01')), toDate32('2024-01-31'))
where coalesce(r."valid_from_day", toDate32('2024-01-31')) < coalesce(r."valid_to_day", toDate32('2024-04-01'))
  and (enters.period is not null or leaves.period is not null)
  and r."status" = 'open'
group by 1, 2, 3
)
select e.period as period, e.g1 as g1, sum(e.a1) as a1, sum(e.a2) as a2
from (
select s.entered as period, s.g1 as g1, s.a1 as a1, s.a2 as a2 from spans as s where s.entered is not null
union all
select s.gone as period, s.g1 as g1, -s.a1 as a1, -s.a2 as a2 from spans as s where s.gone is not null
) as e
group by 1, 2;
