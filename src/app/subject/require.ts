import type { Engine } from '../../metrics/engine.ts';
import { CuadroError } from '../../model/error.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import type { OperationContext } from '../operation.ts';
import { type About, mayKnowOf } from './about.ts';
import { conditionsOfScope } from './scope.ts';
import { subjectOf } from './subject.ts';
import { readPeople } from './visible.ts';

interface Known {
  /** With the KPI's own id, however it was called. */
  readonly about: About;
  readonly catalogue: Catalogue;
  readonly opened: Engine;
}

/**
 * What someone wants to write about, which must be there, and be theirs to know of.
 * @throws CuadroError `unknown_kpi`, `about_scope` where it cannot be asked, `no_rights`
 */
export async function requireKnown(context: OperationContext, wanted: About): Promise<Known> {
  const catalogue = await catalogueOf(context.workspace);
  const about = { ...wanted, kpi: wanted.kpi === null ? null : catalogue.find(wanted.kpi).id };
  const opened = await openEngine(context, {});
  const { kpi, scope } = about;
  const people = opened.catalog.sight ? await readPeople(opened) : [];
  const subject = kpi === null ? null : subjectOf(kpi, scope, { catalogue, opened, people, to: undefined });
  if (conditionsOfScope(scope) === null || subject === 'scope_unknown' || subject === 'scope_unreachable')
    throw new CuadroError({ code: 'about_scope', where: kpi ?? 'scope', found: scope ?? '' });
  const [mayKnow = false] = await mayKnowOf([about], { opened, catalogue });
  if (!mayKnow) throw new CuadroError({ code: 'no_rights', where: kpi ?? about.customer?.id ?? '' });
  return { about, catalogue, opened };
}
