select 0 as period,
  count(*) as a1,
  count(r."amount") as a2,
  cast(sum(r."amount") as Nullable(Float64)) as a3,
  sum(cast(r."amount" as Nullable(Float64)) * cast(r."amount" as Nullable(Float64))) as a4
from main."cost" as r
where r."incurred_on" between toDate32('2024-01-01') and toDate32('2024-03-31')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1;

select 0 as period,
  count(*) as a1
from main."lead" as r
where r."created_at_day" between toDate32('2024-01-01') and toDate32('2024-03-31')
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
group by 1;
