with spans as materialized (
select enters.period as entered,
  leaves.period as gone,
  cast(count(*) filter (where r."status" = 'sent') as DOUBLE) as a1
from main."quote" as r
left join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-31', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as enters on enters.day = greatest(r."sent_at_day", DATE '2024-01-31')
left join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-31', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as leaves on leaves.day = greatest(least(coalesce(r."decided_at_day", DATE '2024-04-01'), coalesce((r."valid_until_day" + cast(1 as INTEGER)), DATE '2024-04-01')), DATE '2024-01-31')
where r."sent_at_day" < least(coalesce(r."decided_at_day", DATE '2024-04-01'), coalesce((r."valid_until_day" + cast(1 as INTEGER)), DATE '2024-04-01'))
  and (enters.period is not null or leaves.period is not null)
  and r."sent_at_day" is not null
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."status" = 'sent'
group by 1, 2
)
select e.period as period, sum(e.a1) as a1
from (
select s.entered as period, s.a1 as a1 from spans as s where s.entered is not null
union all
select s.gone as period, -s.a1 as a1 from spans as s where s.gone is not null
) as e
group by 1;
