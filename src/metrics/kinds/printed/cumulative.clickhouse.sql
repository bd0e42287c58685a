select c.period as period,
  count(*) as a1,
  uniqExact(tuple(r."_source", r."account_id")) filter (where (r."_source") is not null and (r."account_id") is not null) as a2,
  count(r."account_id") as a3
from main."order" as r
join (select tupleElement(constant_row, 1) as "period", tupleElement(constant_row, 2) as "first_day", tupleElement(constant_row, 3) as "last_day" from (select arrayJoin([tuple(0, toDate32('2023-11-03'), toDate32('2024-01-31')), tuple(1, toDate32('2023-12-02'), toDate32('2024-02-29')), tuple(2, toDate32('2024-01-02'), toDate32('2024-03-31'))]) as constant_row)) as c on r."ordered_at_day" between c.first_day and c.last_day
where r."ordered_at_day" between toDate32('2023-11-03') and toDate32('2024-03-31')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1;
