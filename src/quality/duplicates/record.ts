import { companyName, domainName, isFreeMail, type Mailbox, mailbox, personName, phoneNumber, plain, taxNumber } from './normalise.ts';

/** The entities that are looked through for duplicates. */
export const duplicateEntities = ['account', 'contact', 'lead'] as const;
export type DuplicateEntity = (typeof duplicateEntities)[number];

/** What is read of a record, as its source has it. */
export interface GivenRecord {
  readonly id: string;
  readonly createdAt: string | null;
  readonly name: string | null;
  /** Of a lead: what it says of its company. */
  readonly company?: string | null;
  /** Of a contact: its account. Of an account: its parent. */
  readonly accountId?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly domain?: string | null;
  readonly taxId?: string | null;
  readonly city?: string | null;
  readonly country?: string | null;
  /** How many of the record's fields hold something. */
  readonly filled: number;
}

/** The same as it is compared. Null is not known. */
export interface Comparable {
  readonly id: string;
  readonly createdAt: string | null;
  readonly filled: number;
  readonly name: string | null;
  /** Legal form, of an account. */
  readonly form: string | null;
  readonly taxId: string | null;
  readonly domain: string | null;
  readonly phone: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly parentId: string | null;
  readonly mailbox: Mailbox | null;
  /** Keys of the company that a person belongs to: its account, its name, the domain of the person's mail. */
  readonly companies: readonly string[];
}

const known = <T>(text: string | null | undefined, read: (text: string) => T | null): T | null => (text ? read(text) : null);

/** @returns the record with its keys made alike: accents, case, legal forms, spaces, prefixes */
export function comparable(entity: DuplicateEntity, given: GivenRecord): Comparable {
  const isAccount = entity === 'account';
  const company = isAccount ? known(given.name, companyName) : known(given.company, companyName);
  const box = known(given.email, mailbox);
  const ownDomain = box === null || isFreeMail(box.domain) ? null : box.domain;
  const companies = isAccount
    ? []
    : [
        ...(given.accountId ? [`a ${given.accountId}`] : []),
        ...(company?.name ? [`c ${company.name}`] : []),
        ...(ownDomain === null ? [] : [`d ${ownDomain}`]),
      ];
  return {
    id: given.id,
    createdAt: given.createdAt,
    filled: given.filled,
    name: (isAccount ? company?.name : known(given.name, personName)) || null,
    form: isAccount ? (company?.form ?? null) : null,
    taxId: known(given.taxId, taxNumber),
    domain: known(given.domain, domainName),
    phone: known(given.phone, phoneNumber),
    city: known(given.city, plain) || null,
    country: known(given.country, (text) => text.trim().toLowerCase()),
    parentId: isAccount ? (given.accountId ?? null) : null,
    mailbox: box,
    companies,
  };
}
