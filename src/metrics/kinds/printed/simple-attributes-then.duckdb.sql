select c.period as period,
  case when "office_then"."record_id" is null then cast("owner"."office" as VARCHAR) else "office_then"."value" end as g1,
  count(*) filter (where r."status" = 'won') as a1
from main."opportunity" as r
  left join main."field_span" as "owner_id_then" on "owner_id_then"."_source" = r."_source" and "owner_id_then"."entity" = 'opportunity' and "owner_id_then"."record_id" = r."id" and "owner_id_then"."field" = 'owner_id' and case when contains(coalesce(r."_date_only", ''), ',closed_at,') then ("owner_id_then"."valid_from_day" is null or "owner_id_then"."valid_from_day" <= r."closed_at_day") and ("owner_id_then"."valid_to_day" is null or "owner_id_then"."valid_to_day" > r."closed_at_day") else ("owner_id_then"."valid_from" is null or "owner_id_then"."valid_from" <= r."closed_at") and ("owner_id_then"."valid_to" is null or "owner_id_then"."valid_to" > r."closed_at") end
  left join main."user" as "owner" on "owner"."_source" = r."_source" and "owner"."id" = case when "owner_id_then"."record_id" is null then cast(r."owner_id" as VARCHAR) else "owner_id_then"."value" end
  left join main."field_span" as "office_then" on "office_then"."_source" = "owner"."_source" and "office_then"."entity" = 'user' and "office_then"."record_id" = "owner"."id" and "office_then"."field" = 'office' and case when contains(coalesce(r."_date_only", ''), ',closed_at,') then ("office_then"."valid_from_day" is null or "office_then"."valid_from_day" <= r."closed_at_day") and ("office_then"."valid_to_day" is null or "office_then"."valid_to_day" > r."closed_at_day") else ("office_then"."valid_from" is null or "office_then"."valid_from" <= r."closed_at") and ("office_then"."valid_to" is null or "office_then"."valid_to" > r."closed_at") end
join (select period, cast(unnest(generate_series(first_day, last_day, interval 1 day)) as DATE) as day from (values (0, DATE '2024-01-01', DATE '2024-01-31'), (1, DATE '2024-02-01', DATE '2024-02-29'), (2, DATE '2024-03-01', DATE '2024-03-31')) as ranges(period, first_day, last_day)) as c on c.day = r."closed_at_day"
where r."closed_at_day" between DATE '2024-01-01' and DATE '2024-03-31'
  and r."deleted_at" is null and r."merged_into_id" is null and coalesce(r."is_test", false) = false
  and r."status" = 'won'
group by 1, 2;
