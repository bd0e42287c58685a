select c.period as period,
  count(*) filter (where r."status" = 'open') as a1,
  count(r."amount") filter (where r."status" = 'open') as a2,
  coalesce(quantile_cont(cast(cast(r."amount" as DOUBLE) as DOUBLE), [0, 0.05e0, 0.1e0, 0.15e0, 0.2e0, 0.25e0, 0.3e0, 0.35e0, 0.39e0, 0.42e0, 0.44e0, 0.46e0, 0.47e0, 0.48e0, 0.485e0, 0.49e0, 0.493e0, 0.496e0, 0.498e0, 0.499e0, 0.4995e0, 0.5e0, 0.5005e0, 0.501e0, 0.502e0, 0.504e0, 0.507e0, 0.51e0, 0.515e0, 0.52e0, 0.53e0, 0.54e0, 0.56e0, 0.58e0, 0.61e0, 0.65e0, 0.7e0, 0.75e0, 0.8e0, 0.85e0, 0.9e0, 0.95e0, 1]) filter (where r."status" = 'open'), [cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE), cast(null as DOUBLE)]) as a3,
  count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as a4
from main."opportunity_span" as r
cross join (select * from (values (0, DATE '2024-01-31'), (1, DATE '2024-02-29'), (2, DATE '2024-03-31')) as constants("period", "day")) as c
where coalesce(r."valid_from_day", DATE '2024-01-31') <= c.day
  and coalesce(r."valid_to_day", DATE '2024-04-01') > c.day
  and (r."status" = 'open' or (r."status" = 'open' and r."start_unknown" = true))
group by 1;
