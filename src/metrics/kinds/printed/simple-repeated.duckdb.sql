select q.period as period, count(*) as a1
from (
select c.period as period, r."_source" as source, r."account_id" as id
from main."order" as r
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = r."ordered_at_day"
where r."ordered_at_day" between DATE '2024-01-01' and DATE '2024-03-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."account_id" is not null
group by 1, 2, 3
having count(*) >= 2
) as q
group by 1;
