with spans as (
select
  r."_source" as source,
  r."account_id" as entity,
  r."valid_from_day" as first_day,
  r."valid_to_day" as end_day,
  1 as worth,
  r.ordinal as ordinal
from main."customer_span" as r

)
select u.period as period, cast(sum(u.present) as DOUBLE) as present, cast(sum(u.entities) as DOUBLE) as entities, cast(sum(u.kept) as DOUBLE) as kept, cast(sum(u.at_end) as DOUBLE) as at_end, cast(sum(u.entered) as DOUBLE) as entered, cast(sum(u.entered_there) as DOUBLE) as entered_there
from (
select p.period as period,
  sum(a.worth) filter (where (a.first_day is null or a.first_day <= p.opening) and (a.end_day is null or a.end_day > p.opening)) as present,
  count(*) filter (where (a.first_day is null or a.first_day <= p.opening) and (a.end_day is null or a.end_day > p.opening)) as entities,
  sum(a.worth) filter (where (a.first_day is null or a.first_day <= p.opening) and (a.end_day is null or a.end_day > p.opening) and (a.first_day is null or a.first_day <= p.closing) and (a.end_day is null or a.end_day > p.closing)) as kept,
  sum(a.worth) filter (where (a.first_day is null or a.first_day <= p.closing) and (a.end_day is null or a.end_day > p.closing)) as at_end,
  sum(a.worth) filter (where a.ordinal = 1 and a.first_day > p.opening and a.first_day <= p.closing) as entered,
  sum(a.worth) filter (where a.ordinal = 1 and a.first_day > p.opening and a.first_day <= p.closing and (a.first_day is null or a.first_day <= p.closing) and (a.end_day is null or a.end_day > p.closing)) as entered_there
from spans as a cross join (select * from (values (0, DATE '2023-12-31', DATE '2024-01-31'), (1, DATE '2024-01-31', DATE '2024-02-29'), (2, DATE '2024-02-29', DATE '2024-03-31')) as constants("period", "opening", "closing")) as p
where ((a.first_day is null or a.first_day <= p.opening) and (a.end_day is null or a.end_day > p.opening)) or ((a.first_day is null or a.first_day <= p.closing) and (a.end_day is null or a.end_day > p.closing)) or (a.ordinal = 1 and a.first_day > p.opening and a.first_day <= p.closing)
group by 1
union all
select p.period as period, 0 as present, 0 as entities, sum(a.worth) as kept, 0 as at_end, 0 as entered, 0 as entered_there
from spans as a cross join (select * from (values (0, DATE '2023-12-31', DATE '2024-01-31'), (1, DATE '2024-01-31', DATE '2024-02-29'), (2, DATE '2024-02-29', DATE '2024-03-31')) as constants("period", "opening", "closing")) as p
join spans as b on b.source = a.source and b.entity = a.entity
where (a.first_day is null or a.first_day <= p.opening) and (a.end_day is null or a.end_day > p.opening) and a.end_day <= p.closing and b.first_day >= a.end_day and (b.first_day is null or b.first_day <= p.closing) and (b.end_day is null or b.end_day > p.closing)
group by 1
) as u
group by 1;
