with cases as (
select c.period as period,
  case when (r."closed_at_day" is null or r."closed_at_day" > toDate32('2024-12-31')) then cast(dateDiff('day', r."created_at_day", toDate32('2024-12-31')) as Nullable(Float64)) * 1 else case when (position(coalesce(r."_date_only", ''), ',created_at,') > 0) or (position(coalesce(r."_date_only", ''), ',closed_at,') > 0) then cast(dateDiff('day', r."created_at_day", r."closed_at_day") as Nullable(Float64)) * 1 else ((toUnixTimestamp64Micro(r."closed_at") - toUnixTimestamp64Micro(r."created_at")) / 1e6) / 86400 end end as time,
  cast(count(*) filter (where not (r."closed_at_day" is null or r."closed_at_day" > toDate32('2024-12-31'))) as Nullable(Float64)) as ended,
  cast(count(*) filter (where (r."closed_at_day" is null or r."closed_at_day" > toDate32('2024-12-31'))) as Nullable(Float64)) as censored
from main."opportunity" as r
join (select tupleElement(range_row, 1) as period, addDays(tupleElement(range_row, 2), arrayJoin(range(toUInt32(dateDiff('day', tupleElement(range_row, 2), tupleElement(range_row, 3)) + 1)))) as day from (select arrayJoin([tuple(0, toDate32('2024-01-01'), toDate32('2024-01-31')), tuple(1, toDate32('2024-02-01'), toDate32('2024-02-29')), tuple(2, toDate32('2024-03-01'), toDate32('2024-03-31'))]) as range_row)) as c on c.day = r."created_at_day"
where r."created_at_day" between toDate32('2024-01-01') and toDate32('2024-03-31')
  and r."created_at_day" <= toDate32('2024-12-31')
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
