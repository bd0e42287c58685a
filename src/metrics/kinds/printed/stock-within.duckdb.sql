select c.period as period,
  count(*) filter (where r."status" = 'open') as a1,
  count(r."amount") filter (where r."status" = 'open') as a2,
  cast(sum(r."amount") filter (where r."status" = 'open') as DOUBLE) as a3,
  sum(cast(r."amount" as DOUBLE) * cast(r."amount" as DOUBLE)) filter (where r."status" = 'open') as a4,
  count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as a5
from main."opportunity_span" as r
cross join (select * from (values (0, DATE '2023-12-31', DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-01-31', DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-02-29', DATE '2024-03-01', DATE '2024-03-31')) as constants("period", "day", "first_day", "last_day")) as c
where coalesce(r."valid_from_day", DATE '2023-12-31') <= c.day
  and coalesce(r."valid_to_day", DATE '2024-03-01') > c.day
  and r."expected_close_on" between c.first_day and c.last_day
  and r."status" = 'open'
group by 1;
