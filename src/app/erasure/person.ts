import { z } from 'zod';
import { findPerson, type PersonRecord } from '../../landing/erasure/erase.ts';
import { personEntities } from '../../landing/erasure/row-plan.ts';
import { CuadroError } from '../../model/error.ts';
import type { Run } from '../../warehouse/run.ts';

const id = z.string().min(1).max(500);

/** Whom a request is about: a record of the CRM, or an e-mail address wherever it is. */
export const personInput = {
  contact: id.optional(),
  lead: id.optional(),
  user: id.optional(),
  /** Of the record, where several sources have that id. */
  source: z.string().min(1).max(64).optional(),
  email: z.email().max(320).optional(),
};

export const recordSchema = z.strictObject({ entity: z.enum(personEntities), source: z.string(), id: z.string() });

type Asked = { readonly [Key in keyof typeof personInput]?: string | undefined };

/** @throws CuadroError `person_unclear`: none or several were named; `person_unknown`: nobody is found */
export async function requirePerson(run: Run, asked: Asked): Promise<readonly PersonRecord[]> {
  const named = personEntities.filter((entity) => asked[entity] !== undefined);
  const [entity] = named;
  if (named.length + (asked.email === undefined ? 0 : 1) !== 1)
    throw new CuadroError({ code: 'person_unclear', where: 'contact, lead, user, email' });
  const records = await findPerson(run, {
    entity: entity ?? null,
    source: asked.source ?? null,
    id: entity === undefined ? null : (asked[entity] ?? null),
    email: asked.email ?? null,
  });
  if (records.length === 0) throw new CuadroError({ code: 'person_unknown', where: entity ?? 'email' });
  return records;
}
