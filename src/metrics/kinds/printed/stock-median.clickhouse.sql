select q.period as period,
  q.a1 as a1,
  q.a2 as a2,
  case when length(q.a3) > 0 then [if(floor((length(q.a3) - 1) * greatest(0, 0.5e0 - 0.979981992270027e0 / sqrt(length(q.a3)))) + 1 between 1 and length(q.a3), q.a3[toInt64(floor((length(q.a3) - 1) * greatest(0, 0.5e0 - 0.979981992270027e0 / sqrt(length(q.a3)))) + 1)], null) + ((length(q.a3) - 1) * greatest(0, 0.5e0 - 0.979981992270027e0 / sqrt(length(q.a3))) - floor((length(q.a3) - 1) * greatest(0, 0.5e0 - 0.979981992270027e0 / sqrt(length(q.a3))))) * (if(least(floor((length(q.a3) - 1) * greatest(0, 0.5e0 - 0.979981992270027e0 / sqrt(length(q.a3)))) + 2, length(q.a3)) between 1 and length(q.a3), q.a3[toInt64(least(floor((length(q.a3) - 1) * greatest(0, 0.5e0 - 0.979981992270027e0 / sqrt(length(q.a3)))) + 2, length(q.a3)))], null) - if(floor((length(q.a3) - 1) * greatest(0, 0.5e0 - 0.979981992270027e0 / sqrt(length(q.a3)))) + 1 between 1 and length(q.a3), q.a3[toInt64(floor((length(q.a3) - 1) * greatest(0, 0.5e0 - 0.979981992270027e0 / sqrt(length(q.a3)))) + 1)], null)), if(floor((length(q.a3) - 1) * 0.5e0) + 1 between 1 and length(q.a3), q.a3[toInt64(floor((length(q.a3) - 1) * 0.5e0) + 1)], null) + ((length(q.a3) - 1) * 0.5e0 - floor((length(q.a3) - 1) * 0.5e0)) * (if(least(floor((length(q.a3) - 1) * 0.5e0) + 2, length(q.a3)) between 1 and length(q.a3), q.a3[toInt64(least(floor((length(q.a3) - 1) * 0.5e0) + 2, length(q.a3)))], null) - if(floor((length(q.a3) - 1) * 0.5e0) + 1 between 1 and length(q.a3), q.a3[toInt64(floor((length(q.a3) - 1) * 0.5e0) + 1)], null)), if(floor((length(q.a3) - 1) * least(1, 0.5e0 + 0.979981992270027e0 / sqrt(length(q.a3)))) + 1 between 1 and length(q.a3), q.a3[toInt64(floor((length(q.a3) - 1) * least(1, 0.5e0 + 0.979981992270027e0 / sqrt(length(q.a3)))) + 1)], null) + ((length(q.a3) - 1) * least(1, 0.5e0 + 0.979981992270027e0 / sqrt(length(q.a3))) - floor((length(q.a3) - 1) * least(1, 0.5e0 + 0.979981992270027e0 / sqrt(length(q.a3))))) * (if(least(floor((length(q.a3) - 1) * least(1, 0.5e0 + 0.979981992270027e0 / sqrt(length(q.a3)))) + 2, length(q.a3)) between 1 and length(q.a3), q.a3[toInt64(least(floor((length(q.a3) - 1) * least(1, 0.5e0 + 0.979981992270027e0 / sqrt(length(q.a3)))) + 2, length(q.a3)))], null) - if(floor((length(q.a3) - 1) * least(1, 0.5e0 + 0.979981992270027e0 / sqrt(length(q.a3)))) + 1 between 1 and length(q.a3), q.a3[toInt64(floor((length(q.a3) - 1) * least(1, 0.5e0 + 0.979981992270027e0 / sqrt(length(q.a3)))) + 1)], null))] end as a3,
  q.a4 as a4
from (
select c.period as period,
  count(*) filter (where r."status" = 'open') as a1,
  count(r."amount") filter (where r."status" = 'open') as a2,
  arraySort(groupArray(cast(r."amount" as Nullable(Float64))) filter (where r."status" = 'open')) as a3,
  count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as a4
from main."opportunity_span" as r
cross join (select tupleElement(constant_row, 1) as "period", tupleElement(constant_row, 2) as "day" from (select arrayJoin([tuple(0, toDate32('2024-01-31')), tuple(1, toDate32('2024-02-29')), tuple(2, toDate32('2024-03-31'))]) as constant_row)) as c
where coalesce(r."valid_from_day", toDate32('2024-01-31')) <= c.day
  and coalesce(r."valid_to_day", toDate32('2024-04-01')) > c.day
  and r."status" = 'open'
group by 1
) as q;
