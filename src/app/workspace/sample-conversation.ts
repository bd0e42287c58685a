import { sampleConversation } from '../../sample/conversation.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';

/** Its people have no account here: their names stand where they would. */
const signed = (name: string) => ({ author_id: null, author_name: name });
const nowhere = { customer_source: null, customer_id: null, from_day: null, to_day: null, alert_id: null };

/** Writes what the sample company's people said about its story: the same rows for the same days. */
export async function writeSampleConversation(db: StoreDatabase, until: string, timezone: string): Promise<void> {
  const { annotations, threads, decisions, reviews, kudos } = sampleConversation(until);
  const at = (day: string, hour: number): string =>
    storedInstant(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: timezone, plainTime: { hour } }).toInstant());
  await db.transaction().execute(async (transaction) => {
    for (const [index, { kind, from, to, scope, es, en }] of annotations.entries()) {
      await transaction
        .insertInto('annotation')
        .values({
          id: `sample-annotation-${index + 1}`,
          ...signed('Frescaluz Clima'),
          kind,
          from_day: from,
          to_day: to,
          kpi: null,
          scope,
          text: es,
          texts: JSON.stringify({ es, en }),
          created_at: at(from, 9),
          changed_at: at(from, 9),
        })
        .execute();
    }
    for (const [thread, { kpi, scope, comments, resolved }] of threads.entries()) {
      const root = `sample-comment-${thread + 1}-1`;
      for (const [index, { by, day, text }] of comments.entries()) {
        await transaction
          .insertInto('comment')
          .values({
            id: `sample-comment-${thread + 1}-${index + 1}`,
            thread_id: index === 0 ? null : root,
            ...signed(by),
            ...nowhere,
            kpi,
            scope,
            text,
            mentions: '[]',
            created_at: at(day, 10 + index),
            edited_at: null,
            deleted_at: null,
            resolved_at: index === 0 && resolved !== null ? at(resolved, 12) : null,
            resolved_by: null,
          })
          .execute();
      }
    }
    for (const [index, { kpi, scope, what, why, by, on, next, outcome }] of decisions.entries()) {
      await transaction
        .insertInto('decision')
        .values({
          id: `sample-decision-${index + 1}`,
          ...signed(by),
          ...nowhere,
          kpi,
          scope,
          what,
          why,
          decided_by: by,
          decided_on: on,
          next_look: next,
          outcome: outcome?.text ?? null,
          closed_at: outcome === null ? null : at(outcome.day, 12),
          created_at: at(on, 12),
        })
        .execute();
    }
    for (const [index, { person, by, day, text }] of kudos.entries()) {
      await transaction
        .insertInto('kudos')
        .values({
          id: `sample-kudos-${index + 1}`,
          from_id: null,
          from_name: by,
          person_source: 'crm',
          person_id: person,
          kpi: null,
          from_day: null,
          to_day: null,
          text,
          created_at: at(day, 12),
        })
        .execute();
    }
    for (const [index, { kpi, owner, next, last }] of reviews.entries()) {
      await transaction
        .insertInto('review')
        .values({ kpi, owner_id: null, owner_name: owner, next_on: next, retired_on: null, replaced_by: null })
        .execute();
      if (last === null) continue;
      await transaction
        .insertInto('review_decision')
        .values({
          id: `sample-review-${index + 1}`,
          kpi,
          decision: last.decision,
          reason: last.reason,
          ...signed(owner),
          decided_on: last.on,
          next_on: next,
          created_at: at(last.on, 12),
        })
        .execute();
    }
  });
}
