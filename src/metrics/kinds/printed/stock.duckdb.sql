select c.period as period, e.g1 as g1, sum(e.a1) as a1, sum(e.a2) as a2
from (
select greatest(coalesce(r."valid_from_day", DATE '2024-01-31'), DATE '2024-01-31') as day, r."stage" as g1, cast(count(*) filter (where r."status" = 'open') as DOUBLE) as a1, cast(count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as DOUBLE) as a2
from main."opportunity_span" as r
where coalesce(r."valid_from_day", DATE '2024-01-31') < coalesce(r."valid_to_day", DATE '2024-04-01')
  and coalesce(r."valid_from_day", DATE '2024-01-31') <= DATE '2024-03-31'
  and (r."status" = 'open' or (r."status" = 'open' and r."start_unknown" = true))
group by 1, 2
union all
select greatest(coalesce(r."valid_to_day", DATE '2024-04-01'), DATE '2024-01-31') as day, r."stage" as g1, -cast(count(*) filter (where r."status" = 'open') as DOUBLE) as a1, -cast(count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as DOUBLE) as a2
from main."opportunity_span" as r
where coalesce(r."valid_from_day", DATE '2024-01-31') < coalesce(r."valid_to_day", DATE '2024-04-01')
  and coalesce(r."valid_to_day", DATE '2024-04-01') <= DATE '2024-03-31'
  and (r."status" = 'open' or (r."status" = 'open' and r."start_unknown" = true))
group by 1, 2
) as e
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-31', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = e.day
group by 1, 2;
