select c.period as period, sum(e.a1) as a1, sum(e.a2) as a2, sum(e.a3) as a3, sum(e.a4) as a4, sum(e.a5) as a5
from (
select greatest(greatest(coalesce(r."valid_from_day", DATE '2024-01-31'), (r."due_on" + cast(1 as INTEGER))), DATE '2024-01-31') as day, cast(count(*) as DOUBLE) as a1, cast(count(r."balance") as DOUBLE) as a2, cast(sum(r."balance") as DOUBLE) as a3, sum(cast(r."balance" as DOUBLE) * cast(r."balance" as DOUBLE)) as a4, cast(count(*) filter (where r."start_unknown" = true) as DOUBLE) as a5
from main."receivable_span" as r
where greatest(coalesce(r."valid_from_day", DATE '2024-01-31'), (r."due_on" + cast(1 as INTEGER))) < coalesce(r."valid_to_day", DATE '2024-04-01')
  and greatest(coalesce(r."valid_from_day", DATE '2024-01-31'), (r."due_on" + cast(1 as INTEGER))) <= DATE '2024-03-31'
  and (r."due_on" + cast(1 as INTEGER)) is not null
group by 1
union all
select greatest(coalesce(r."valid_to_day", DATE '2024-04-01'), DATE '2024-01-31') as day, -cast(count(*) as DOUBLE) as a1, -cast(count(r."balance") as DOUBLE) as a2, -cast(sum(r."balance") as DOUBLE) as a3, -sum(cast(r."balance" as DOUBLE) * cast(r."balance" as DOUBLE)) as a4, -cast(count(*) filter (where r."start_unknown" = true) as DOUBLE) as a5
from main."receivable_span" as r
where greatest(coalesce(r."valid_from_day", DATE '2024-01-31'), (r."due_on" + cast(1 as INTEGER))) < coalesce(r."valid_to_day", DATE '2024-04-01')
  and coalesce(r."valid_to_day", DATE '2024-04-01') <= DATE '2024-03-31'
  and (r."due_on" + cast(1 as INTEGER)) is not null
group by 1
) as e
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-31', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = e.day
group by 1;
