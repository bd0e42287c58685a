with spans as materialized (
select enters.period as entered,
  leaves.period as gone,
  cast(count(*) as DOUBLE) as a1,
  cast(count(r."balance") as DOUBLE) as a2,
  cast(sum(r."balance") as DOUBLE) as a3,
  sum(cast(r."balance" as DOUBLE) * cast(r."balance" as DOUBLE)) as a4,
  cast(count(*) filter (where r."start_unknown" = true) as DOUBLE) as a5
from main."receivable_span" as r
left join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-31', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as enters on enters.day = greatest(greatest(coalesce(r."valid_from_day", DATE '2024-01-31'), (r."due_on" + cast(1 as INTEGER))), DATE '2024-01-31')
left join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-31', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as leaves on leaves.day = greatest(coalesce(r."valid_to_day", DATE '2024-04-01'), DATE '2024-01-31')
where greatest(coalesce(r."valid_from_day", DATE '2024-01-31'), (r."due_on" + cast(1 as INTEGER))) < coalesce(r."valid_to_day", DATE '2024-04-01')
  and (enters.period is not null or leaves.period is not null)
  and (r."due_on" + cast(1 as INTEGER)) is not null
group by 1, 2
)
select e.period as period, sum(e.a1) as a1, sum(e.a2) as a2, sum(e.a3) as a3, sum(e.a4) as a4, sum(e.a5) as a5
from (
select s.entered as period, s.a1 as a1, s.a2 as a2, s.a3 as a3, s.a4 as a4, s.a5 as a5 from spans as s where s.entered is not null
union all
select s.gone as period, -s.a1 as a1, -s.a2 as a2, -s.a3 as a3, -s.a4 as a4, -s.a5 as a5 from spans as s where s.gone is not null
) as e
group by 1;
