select c.period as period, e.g1 as g1, sum(e.a1) as a1, sum(e.a2) as a2
from (
select greatest(coalesce(r."valid_from_day", toDate32('2024-01-31')), toDate32('2024-01-31')) as day, r."stage" as g1, cast(count(*) filter (where r."status" = 'open') as Nullable(Float64)) as a1, cast(count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as Nullable(Float64)) as a2
from main."opportunity_span" as r
where coalesce(r."valid_from_day", toDate32('2024-01-31')) < coalesce(r."valid_to_day", toDate32('2024-04-01'))
  and coalesce(r."valid_from_day", toDate32('2024-01-31')) <= toDate32('2024-03-31')
  and (r."status" = 'open' or (r."status" = 'open' and r."start_unknown" = true))
group by 1, 2
union all
select greatest(coalesce(r."valid_to_day", toDate32('2024-04-01')), toDate32('2024-01-31')) as day, r."stage" as g1, -cast(count(*) filter (where r."status" = 'open') as Nullable(Float64)) as a1, -cast(count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as Nullable(Float64)) as a2
from main."opportunity_span" as r
where coalesce(r."valid_from_day", toDate32('2024-01-31')) < coalesce(r."valid_to_day", toDate32('2024-04-01'))
  and coalesce(r."valid_to_day", toDate32('2024-04-01')) <= toDate32('2024-03-31')
  and (r."status" = 'open' or (r."status" = 'open' and r."start_unknown" = true))
group by 1, 2
) as e
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-31'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as c on c.day = e.day
group by 1, 2;
