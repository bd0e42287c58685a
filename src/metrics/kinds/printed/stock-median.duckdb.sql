select q.period as period,
  q.a1 as a1,
  q.a2 as a2,
  case when cast(len(q.a3) as DOUBLE) > 0 then [q.a3[cast(floor((cast(len(q.a3) as DOUBLE) - 1) * greatest(cast(0 as DOUBLE), 0.5e0 - 0.979981992270027e0 / sqrt(cast(len(q.a3) as DOUBLE)))) + 1 as BIGINT)] + ((cast(len(q.a3) as DOUBLE) - 1) * greatest(cast(0 as DOUBLE), 0.5e0 - 0.979981992270027e0 / sqrt(cast(len(q.a3) as DOUBLE))) - floor((cast(len(q.a3) as DOUBLE) - 1) * greatest(cast(0 as DOUBLE), 0.5e0 - 0.979981992270027e0 / sqrt(cast(len(q.a3) as DOUBLE))))) * (q.a3[cast(least(floor((cast(len(q.a3) as DOUBLE) - 1) * greatest(cast(0 as DOUBLE), 0.5e0 - 0.979981992270027e0 / sqrt(cast(len(q.a3) as DOUBLE)))) + 2, cast(len(q.a3) as DOUBLE)) as BIGINT)] - q.a3[cast(floor((cast(len(q.a3) as DOUBLE) - 1) * greatest(cast(0 as DOUBLE), 0.5e0 - 0.979981992270027e0 / sqrt(cast(len(q.a3) as DOUBLE)))) + 1 as BIGINT)]), q.a3[cast(floor((cast(len(q.a3) as DOUBLE) - 1) * 0.5e0) + 1 as BIGINT)] + ((cast(len(q.a3) as DOUBLE) - 1) * 0.5e0 - floor((cast(len(q.a3) as DOUBLE) - 1) * 0.5e0)) * (q.a3[cast(least(floor((cast(len(q.a3) as DOUBLE) - 1) * 0.5e0) + 2, cast(len(q.a3) as DOUBLE)) as BIGINT)] - q.a3[cast(floor((cast(len(q.a3) as DOUBLE) - 1) * 0.5e0) + 1 as BIGINT)]), q.a3[cast(floor((cast(len(q.a3) as DOUBLE) - 1) * least(cast(1 as DOUBLE), 0.5e0 + 0.979981992270027e0 / sqrt(cast(len(q.a3) as DOUBLE)))) + 1 as BIGINT)] + ((cast(len(q.a3) as DOUBLE) - 1) * least(cast(1 as DOUBLE), 0.5e0 + 0.979981992270027e0 / sqrt(cast(len(q.a3) as DOUBLE))) - floor((cast(len(q.a3) as DOUBLE) - 1) * least(cast(1 as DOUBLE), 0.5e0 + 0.979981992270027e0 / sqrt(cast(len(q.a3) as DOUBLE))))) * (q.a3[cast(least(floor((cast(len(q.a3) as DOUBLE) - 1) * least(cast(1 as DOUBLE), 0.5e0 + 0.979981992270027e0 / sqrt(cast(len(q.a3) as DOUBLE)))) + 2, cast(len(q.a3) as DOUBLE)) as BIGINT)] - q.a3[cast(floor((cast(len(q.a3) as DOUBLE) - 1) * least(cast(1 as DOUBLE), 0.5e0 + 0.979981992270027e0 / sqrt(cast(len(q.a3) as DOUBLE)))) + 1 as BIGINT)])] end as a3,
  q.a4 as a4
from (
select c.period as period,
  count(*) filter (where r."status" = 'open') as a1,
  count(r."amount") filter (where r."status" = 'open') as a2,
  list_sort(list(cast(r."amount" as DOUBLE)) filter (where (r."amount") is not null and (r."status" = 'open'))) as a3,
  count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as a4
from main."opportunity_span" as r
cross join (select * from (values (0, DATE '2024-01-31'), (1, DATE '2024-02-29'), (2, DATE '2024-03-31')) as constants("period", "day")) as c
where coalesce(r."valid_from_day", DATE '2024-01-31') <= c.day
  and coalesce(r."valid_to_day", DATE '2024-04-01') > c.day
  and r."status" = 'open'
group by 1
) as q;
