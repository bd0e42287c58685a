select c.period as period,
  count(*) filter (where r."status" = 'open') as a1,
  count(r."amount") filter (where r."status" = 'open') as a2,
  cast(sum(r."amount") filter (where r."status" = 'open') as Nullable(Float64)) as a3,
  sum(cast(r."amount" as Nullable(Float64)) * cast(r."amount" as Nullable(Float64))) filter (where r."status" = 'open') as a4,
  count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as a5
from main."opportunity_span" as r
cross join (select tupleElement(constant_row, 1) as "period", tupleElement(constant_row, 2) as "day", tupleElement(constant_row, 3) as "first_day", tupleElement(constant_row, 4) as "last_day" from (select arrayJoin([tuple(0, toDate32('2023-12-31'), toDate32('2024-01-01'), toDate32('2024-01-31')), tuple(1, toDate32('2024-01-31'), toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-02-29'), toDate32('2024-03-01'), toDate32('2024-03-31'))]) as constant_row)) as c
where coalesce(r."valid_from_day", toDate32('2023-12-31')) <= c.day
  and coalesce(r."valid_to_day", toDate32('2024-03-01')) > c.day
  and r."expected_close_on" between c.first_day and c.last_day
  and r."status" = 'open'
group by 1;
