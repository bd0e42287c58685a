with cases as (
select c.period as period,
  case when (r."closed_at_day" is null or r."closed_at_day" > DATE '2024-12-31') then cast((DATE '2024-12-31' - r."created_at_day") as DOUBLE) * 1 else case when contains(coalesce(r."_date_only", ''), ',created_at,') or contains(coalesce(r."_date_only", ''), ',closed_at,') then cast((r."closed_at_day" - r."created_at_day") as DOUBLE) * 1 else ((epoch_us(r."closed_at") - epoch_us(r."created_at")) / 1e6) / 86400 end end as time,
  cast(count(*) filter (where not (r."closed_at_day" is null or r."closed_at_day" > DATE '2024-12-31')) as DOUBLE) as ended,
  cast(count(*) filter (where (r."closed_at_day" is null or r."closed_at_day" > DATE '2024-12-31')) as DOUBLE) as censored
from main."opportunity" as r
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = r."created_at_day"
where r."created_at_day" between DATE '2024-01-01' and DATE '2024-03-31'
  and r."created_at_day" <= DATE '2024-12-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1, 2
), risk as (
  select c.*, case when c.time >= 0 then c.ended else 0 end as events,
    sum(case when c.time >= 0 then c.ended + c.censored else 0 end) over (partition by c.period)
      - sum(case when c.time >= 0 then c.ended + c.censored else 0 end) over (partition by c.period order by c.time rows between unbounded preceding and current row) + case when c.time >= 0 then c.ended + c.censored else 0 end as at_risk
  from cases as c
), survival as (
  select r.period, r.time, r.ended, r.censored, r.events,
    sum(case when r.events = 0 then 0 when r.events >= r.at_risk then -1e9 else ln(1 - r.events / r.at_risk) end) over (partition by r.period order by r.time rows between unbounded preceding and current row) as ln_survival,
    sum(case when r.events = 0 or r.events >= r.at_risk then 0 else r.events / (r.at_risk * (r.at_risk - r.events)) end) over (partition by r.period order by r.time rows between unbounded preceding and current row) as greenwood
  from risk as r
), bounded as (
  select s.period, s.time, s.ended, s.censored, s.events, s.ln_survival, case when s.ln_survival <= -1e9 then 0 when s.ln_survival >= 0 then 1 else exp(s.ln_survival * exp(1.959963984540054 * sqrt(s.greenwood) / nullif(-s.ln_survival, 0))) end as lower, case when s.ln_survival <= -1e9 then 0 when s.ln_survival >= 0 then 1 else exp(s.ln_survival * exp(-1.959963984540054 * sqrt(s.greenwood) / nullif(-s.ln_survival, 0))) end as upper from survival as s
)
select b.period, min(b.time) filter (where b.events > 0 and exp(b.ln_survival) <= (0.5e0 + 1e-9)) as median, min(b.time) filter (where b.events > 0 and b.lower <= 0.5) as low, min(b.time) filter (where b.events > 0 and b.upper <= 0.5) as high,
  sum(b.ended) filter (where b.time >= 0) as ended, sum(b.censored) filter (where b.time >= 0) as open, sum(b.ended + b.censored) filter (where b.time < 0) as reversed
from bounded as b
group by 1;
