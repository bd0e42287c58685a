with spans as materialized (
select enters.period as entered,
  leaves.period as gone,
  r."stage" as g1,
  cast(count(*) filter (where r."status" = 'open') as DOUBLE) as a1,
  cast(count(*) filter (where (r."status" = 'open' and r."start_unknown" = true)) as DOUBLE) as a2
from main."opportunity_span" as r
left join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-31', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as enters on enters.day = greatest(coalesce(r."valid_from_day", DATE '2024-01-31'), DATE '2024-01-31')
left join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-31', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as leaves on leaves.day = greatest(coalesce(r."valid_to_day", DATE '2024-04-01'), DATE '2024-01-31')
where coalesce(r."valid_from_day", DATE '2024-01-31') < coalesce(r."valid_to_day", DATE '2024-04-01')
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
