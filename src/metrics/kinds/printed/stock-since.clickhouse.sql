select c.period as period, sum(e.a1) as a1, sum(e.a2) as a2, sum(e.a3) as a3, sum(e.a4) as a4, sum(e.a5) as a5
from (
select greatest(greatest(coalesce(r."valid_from_day", toDate32('2024-01-31')), addDays(r."due_on", 1)), toDate32('2024-01-31')) as day, cast(count(*) as Nullable(Float64)) as a1, cast(count(r."balance") as Nullable(Float64)) as a2, cast(sum(r."balance") as Nullable(Float64)) as a3, sum(cast(r."balance" as Nullable(Float64)) * cast(r."balance" as Nullable(Float64))) as a4, cast(count(*) filter (where r."start_unknown" = true) as Nullable(Float64)) as a5
from main."receivable_span" as r
where greatest(coalesce(r."valid_from_day", toDate32('2024-01-31')), addDays(r."due_on", 1)) < coalesce(r."valid_to_day", toDate32('2024-04-01'))
  and greatest(coalesce(r."valid_from_day", toDate32('2024-01-31')), addDays(r."due_on", 1)) <= toDate32('2024-03-31')
  and addDays(r."due_on", 1) is not null
group by 1
union all
select greatest(coalesce(r."valid_to_day", toDate32('2024-04-01')), toDate32('2024-01-31')) as day, -cast(count(*) as Nullable(Float64)) as a1, -cast(count(r."balance") as Nullable(Float64)) as a2, -cast(sum(r."balance") as Nullable(Float64)) as a3, -sum(cast(r."balance" as Nullable(Float64)) * cast(r."balance" as Nullable(Float64))) as a4, -cast(count(*) filter (where r."start_unknown" = true) as Nullable(Float64)) as a5
from main."receivable_span" as r
where greatest(coalesce(r."valid_from_day", toDate32('2024-01-31')), addDays(r."due_on", 1)) < coalesce(r."valid_to_day", toDate32('2024-04-01'))
  and coalesce(r."valid_to_day", toDate32('2024-04-01')) <= toDate32('2024-03-31')
  and addDays(r."due_on", 1) is not null
group by 1
) as e
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-31'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as c on c.day = e.day
group by 1;
