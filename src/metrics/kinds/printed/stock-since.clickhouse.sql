with spans as (
select enters.period as entered,
  leaves.period as gone,
  cast(count(*) as Nullable(Float64)) as a1,
  cast(count(r."balance") as Nullable(Float64)) as a2,
  cast(sum(r."balance") as Nullable(Float64)) as a3,
  sum(cast(r."balance" as Nullable(Float64)) * cast(r."balance" as Nullable(Float64))) as a4,
  cast(count(*) filter (where r."start_unknown" = true) as Nullable(Float64)) as a5
from main."receivable_span" as r
left join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-31'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as enters on enters.day = greatest(greatest(coalesce(r."valid_from_day", toDate32('2024-01-31')), addDays(r."due_on", 1)), toDate32('2024-01-31'))
left join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-31'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as leaves on leaves.day = greatest(coalesce(r."valid_to_day", toDate32('2024-04-01')), toDate32('2024-01-31'))
where greatest(coalesce(r."valid_from_day", toDate32('2024-01-31')), addDays(r."due_on", 1)) < coalesce(r."valid_to_day", toDate32('2024-04-01'))
  and (enters.period is not null or leaves.period is not null)
  and addDays(r."due_on", 1) is not null
group by 1, 2
)
select e.period as period, sum(e.a1) as a1, sum(e.a2) as a2, sum(e.a3) as a3, sum(e.a4) as a4, sum(e.a5) as a5
from (
select s.entered as period, s.a1 as a1, s.a2 as a2, s.a3 as a3, s.a4 as a4, s.a5 as a5 from spans as s where s.entered is not null
union all
select s.gone as period, -s.a1 as a1, -s.a2 as a2, -s.a3 as a3, -s.a4 as a4, -s.a5 as a5 from spans as s where s.gone is not null
) as e
group by 1;
