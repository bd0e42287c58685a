select c.period as period,
  count(*) as a1,
  count(distinct case when (r."_source") is not null and (r."account_id") is not null then row(r."_source", r."account_id") end) as a2,
  count(r."account_id") as a3
from main."order" as r
join (select * from (values (0, DATE '2023-11-03', DATE '2024-01-31'), (1, DATE '2023-12-02', DATE '2024-02-29'), (2, DATE '2024-01-02', DATE '2024-03-31')) as constants("period", "first_day", "last_day")) as c on r."ordered_at_day" between c.first_day and c.last_day
where r."ordered_at_day" between DATE '2023-11-03' and DATE '2024-03-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1;
