/** A way in which two records of an entity are likely the same one. */
export interface DuplicateRule {
  readonly entity: string;
  /** What they share. */
  readonly by: string;
  /** One row: `groups` of likely duplicates and `records` in them. */
  readonly sql: string;
}

const rule = (entity: string, by: string, key: string): DuplicateRule => ({
  entity,
  by,
  sql: `select count(*) as groups, coalesce(sum(n), 0) as records from (
  select count(*) as n from main."${entity}"
  where deleted_at is null and not coalesce(is_test, false) and merged_into_id is null and ${key} <> ''
  group by _source, ${key} having count(*) > 1)`,
});

const letters = (field: string): string => `lower(regexp_replace(strip_accents(${field}), '[^a-zA-Z0-9]', '', 'g'))`;

/** Exact keys only: what merely resembles is for people to judge. */
export const duplicateRules: readonly DuplicateRule[] = [
  rule('account', 'tax_id', letters('tax_id')),
  rule('account', 'domain', "lower(regexp_replace(domain, '^(https?://)?(www\\.)?|/.*$', '', 'g'))"),
  rule('account', 'name', letters('name')),
  rule('contact', 'email', 'lower(trim(email))'),
  rule('lead', 'email', 'lower(trim(email))'),
  rule('user', 'email', 'lower(trim(email))'),
];
