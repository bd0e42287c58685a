import { sampleRules } from '../../sample/alert-rules.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import { nobody, ruleSchema } from '../alerts/rule.ts';

const idOf = (index: number): string => `sample-rule-${index + 1}`;

/** Writes the rules of the sample company's own: the same for the same days. */
export async function writeSampleRules(db: StoreDatabase, until: string, timezone: string): Promise<void> {
  const rows = sampleRules(until).map(({ departments, leastSample, made, ...rule }, index) => {
    const at = storedInstant(
      Temporal.PlainDate.from(made)
        .toZonedDateTime({ timeZone: timezone, plainTime: { hour: 9 } })
        .toInstant(),
    );
    const route = { ...nobody, roles: ['owner', 'administrator'], departments };
    return {
      id: idOf(index),
      owner_id: null,
      shared: 1,
      name: null,
      definition: JSON.stringify(ruleSchema.parse({ ...rule, least_sample: leastSample, route })),
      active: 1,
      created_at: at,
      updated_at: at,
    };
  });
  await db.insertInto('alert_rule').values(rows).execute();
}

/** Takes them out again, with what they told. */
export async function removeSampleRules(db: StoreDatabase): Promise<void> {
  const alerts = await db.selectFrom('alert').select('id').where('rule_id', 'like', 'sample-rule-%').execute();
  for (const { id } of alerts) await db.deleteFrom('notice').where('key', 'like', `alert:${id}:%`).execute();
  await db.deleteFrom('alert').where('rule_id', 'like', 'sample-rule-%').execute();
  await db.deleteFrom('alert_rule').where('id', 'like', 'sample-rule-%').execute();
}
