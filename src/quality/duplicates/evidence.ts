import type { Comparable, DuplicateEntity } from './record.ts';
import { isShortened, nameLikeness } from './similarity.ts';

/** What two records share. */
export type Reason = 'tax_id' | 'domain' | 'email' | 'shared_mailbox' | 'phone' | 'name' | 'similar_name' | 'city' | 'company';

export interface Evidence {
  /** How sure it is that the two are one, from 0 to 1: a scale of its own, not a probability. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** From this score on two records are likely one. */
export const likely = 0.8;

const similar = 0.9;
const different = 0.6;
const nothing: Evidence = { score: 0, reasons: [] };

/** Each agreement leaves its part of the doubt (they add up as independent ones would); a contradiction takes its part of the belief. */
class Weighing {
  private doubt = 1;
  private belief = 1;
  private readonly reasons: Reason[] = [];

  agree(reason: Reason, weight: number): this {
    this.doubt *= 1 - weight;
    this.reasons.push(reason);
    return this;
  }

  contradict(factor: number): this {
    this.belief *= factor;
    return this;
  }

  get result(): Evidence {
    return { score: Math.round((1 - this.doubt) * this.belief * 1e4) / 1e4, reasons: this.reasons };
  }
}

const bothKnown = (a: unknown, b: unknown): boolean => a !== null && b !== null;
const differ = (a: string | null, b: string | null): boolean => bothKnown(a, b) && a !== b;
const agree = (a: string | null, b: string | null): boolean => a !== null && a === b;

/** A parent and its site are two records on purpose; two tax numbers are two companies. */
function accounts(a: Comparable, b: Comparable, isRare: boolean): Evidence {
  if (a.parentId === b.id || b.parentId === a.id || agree(a.parentId, b.parentId) || differ(a.taxId, b.taxId)) return nothing;
  const weighing = new Weighing();
  const likeness = a.name !== null && b.name !== null ? nameLikeness(a.name, b.name) : null;
  const hasTax = agree(a.taxId, b.taxId);
  if (hasTax) weighing.agree('tax_id', 0.97);
  if (agree(a.domain, b.domain)) weighing.agree('domain', 0.75);
  if (agree(a.phone, b.phone)) weighing.agree('phone', 0.6);
  if (likeness !== null && likeness >= similar) {
    const form = differ(a.form, b.form) ? 0.6 : 1;
    if (likeness === 1) weighing.agree('name', (isRare ? 0.8 : 0.6) * form);
    else weighing.agree('similar_name', (isRare ? 0.7 : 0.5) * form);
    if (agree(a.city, b.city)) weighing.agree('city', isRare ? 0.35 : 0.2);
    // Under one tax number a company may have its trade name and its legal one; a number mistyped is another's.
  } else if (likeness !== null && likeness < different) weighing.contradict(hasTax ? 0.9 : 0.6);
  if (differ(a.domain, b.domain)) weighing.contradict(0.85);
  if (differ(a.city, b.city)) weighing.contradict(0.9);
  if (differ(a.country, b.country)) weighing.contradict(0.6);
  return weighing.result;
}

function people(a: Comparable, b: Comparable): Evidence {
  const weighing = new Weighing();
  const likeness = a.name !== null && b.name !== null ? nameLikeness(a.name, b.name) : null;
  const isSame = likeness === 1;
  const isSimilar = likeness !== null && (likeness >= similar || isShortened(a.name ?? '', b.name ?? ''));
  const sameMail = a.mailbox !== null && a.mailbox.address === b.mailbox?.address;
  if (sameMail) weighing.agree(a.mailbox?.isShared ? 'shared_mailbox' : 'email', a.mailbox?.isShared ? 0.5 : 0.95);
  if (agree(a.phone, b.phone)) weighing.agree('phone', 0.6);
  if (isSame) weighing.agree('name', (a.name ?? '').split(' ').length >= 3 ? 0.75 : 0.6);
  else if (isSimilar) weighing.agree('similar_name', 0.5);
  else if (likeness !== null && likeness < different) weighing.contradict(0.55);
  if ((isSame || isSimilar) && a.companies.some((company) => b.companies.includes(company))) weighing.agree('company', 0.5);
  // Two addresses at one company are two people more often than at two.
  if (!sameMail && bothKnown(a.mailbox, b.mailbox)) weighing.contradict(a.mailbox?.domain === b.mailbox?.domain ? 0.8 : 0.9);
  if (differ(a.country, b.country)) weighing.contradict(0.8);
  return weighing.result;
}

/**
 * How likely two records of an entity are one.
 * @param isRare whether no other record bears the name of either: a name that several bear says little (Winkler's frequencies)
 */
export const evidence = (entity: DuplicateEntity, a: Comparable, b: Comparable, isRare: boolean): Evidence =>
  entity === 'account' ? accounts(a, b, isRare) : people(a, b);
