import { entities } from '../../model/registry.ts';
import type { MappingEntry } from '../mapping/mapping.ts';
import { idTrait, type Pseudonyms, type Trait } from './pseudonyms.ts';

/** Entities whose records are persons. */
export const personEntities = ['contact', 'lead', 'user'] as const;
export type PersonEntity = (typeof personEntities)[number];
const isPerson = (entity: string | undefined): entity is PersonEntity => personEntities.some((one) => one === entity);

/** What people write about somebody, by entity: it goes with whoever it is about. */
const freeText: Readonly<Record<string, readonly string[]>> = {
  activity: ['subject'],
  survey_response: ['comment'],
  lead: ['lost_note', 'company'],
  data_issue: ['note'],
};

const traitOf = (field: string): Trait => (field === 'email' || field === 'phone' ? field : 'name');

/** What the columns of a file mean under one entry of its mapping; column names in lower case. */
interface EntryPlan {
  readonly entity: string;
  readonly id: string | null;
  readonly references: readonly { readonly column: string; readonly entity: PersonEntity }[];
  /** `entity` and `record_id` of a change or an issue. */
  readonly about: { readonly entity: string; readonly id: string } | null;
  readonly personal: readonly { readonly column: string; readonly trait: Trait }[];
  readonly free: readonly string[];
  readonly taken: ReadonlySet<string>;
}

const key = (column: string): string => column.trim().toLowerCase();

function planOf(entry: MappingEntry & { readonly entity: string }): EntryPlan {
  const columns = new Map(
    [...entry.columns].flatMap(([field, rule]) => (rule.kind === 'column' ? [[field, key(rule.from)] as const] : [])),
  );
  const fields = entities.get(entry.entity)?.fields ?? {};
  const references = [...columns].flatMap(([field, column]) => {
    const target = fields[field]?.entity;
    return fields[field]?.type === 'reference' && isPerson(target) ? [{ column, entity: target }] : [];
  });
  const merged = columns.get('merged_into_id');
  if (merged !== undefined && isPerson(entry.entity)) references.push({ column: merged, entity: entry.entity });
  const [about, record] = [columns.get('entity'), columns.get('record_id')];
  return {
    entity: entry.entity,
    id: columns.get('id') ?? null,
    references,
    about: about !== undefined && record !== undefined ? { entity: about, id: record } : null,
    personal: [...columns].flatMap(([field, column]) => (fields[field]?.personal ? [{ column, trait: traitOf(field) }] : [])),
    free: (freeText[entry.entity] ?? []).flatMap((field) => columns.get(field) ?? []),
    taken: new Set(columns.values()),
  };
}

/** How the rows of one file are rid of erased persons: under every entry of its mapping that reads it. */
export class RowPlan {
  readonly #plans: readonly EntryPlan[];
  readonly #source: string;
  readonly #pseudonyms: Pseudonyms;

  constructor(entries: readonly MappingEntry[], source: string, pseudonyms: Pseudonyms) {
    this.#plans = entries.flatMap((entry) => (entry.entity === null ? [] : [planOf({ ...entry, entity: entry.entity })]));
    this.#source = source;
    this.#pseudonyms = pseudonyms;
  }

  redact(text: string): string {
    return this.#pseudonyms.redact(text);
  }

  #isErased(entity: string, id: string | undefined): boolean {
    return id !== undefined && id.trim() !== '' && this.#pseudonyms.isErased('id', idTrait(entity, this.#source, id));
  }

  #idOf(entity: string, id: string): string {
    return this.#pseudonyms.pseudonym('id', idTrait(entity, this.#source, id));
  }

  /**
   * @param cells a row's texts by the column's name
   * @returns the cells that change; empty: the row holds nobody who was erased
   */
  row(cells: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const changed = new Map<string, string>();
    const named = new Map([...cells].map(([name, value]) => [key(name), { name, value }]));
    const cellOf = (column: string): string | undefined => named.get(column)?.value;
    const set = (column: string, value: string): void => {
      const cell = named.get(column);
      if (cell && cell.value.trim() !== '' && cell.value !== value) changed.set(cell.name, value);
    };
    for (const [name, value] of cells) {
      const clean = this.#pseudonyms.redact(value);
      if (clean !== value) changed.set(name, clean);
    }
    for (const plan of this.#plans) {
      const own = isPerson(plan.entity) && this.#isOwn(plan, cellOf);
      let linked = own;
      for (const { column, entity } of plan.references) {
        const id = cellOf(column);
        if (id === undefined || !this.#isErased(entity, id)) continue;
        set(column, this.#idOf(entity, id));
        // What an erased colleague did is the customer's, but for their name.
        if (entity !== 'user') linked = true;
      }
      if (plan.about) {
        const [entity, id] = [cellOf(plan.about.entity)?.trim().toLowerCase(), cellOf(plan.about.id)];
        if (entity !== undefined && id !== undefined && this.#isErased(entity, id)) {
          set(plan.about.id, this.#idOf(entity, id));
          for (const column of named.keys())
            if (/value|old|new|note|valor|antes|despu/.test(column)) this.#blankPersonal(column, named, changed);
        }
      }
      if (own && plan.id !== null) {
        const id = cellOf(plan.id);
        if (id !== undefined && this.#isErased(plan.entity, id)) set(plan.id, this.#idOf(plan.entity, id));
        for (const column of named.keys()) if (!plan.taken.has(column) && !this.#isTakenElsewhere(column)) set(column, '');
      }
      if (linked) {
        for (const { column, trait } of plan.personal) {
          const value = cellOf(column);
          if (value !== undefined) set(column, this.#pseudonyms.pseudonym(trait, value));
        }
        for (const column of plan.free) {
          const value = cellOf(column);
          if (value !== undefined) set(column, this.#pseudonyms.pseudonym('name', value));
        }
      }
    }
    return changed;
  }

  #isTakenElsewhere(column: string): boolean {
    return this.#plans.some(({ taken }) => taken.has(column));
  }

  /** A record is an erased person's by its id, or by its address: whoever comes back under another id is the same. */
  #isOwn({ entity, id, personal }: EntryPlan, cellOf: (column: string) => string | undefined): boolean {
    if (id !== null && this.#isErased(entity, cellOf(id))) return true;
    return personal.some(({ column, trait }) => trait === 'email' && this.#pseudonyms.isErased('email', cellOf(column) ?? ''));
  }

  /** What a field was and became: a date, a number or a word of a list tells nobody. */
  #blankPersonal(column: string, named: ReadonlyMap<string, { name: string; value: string }>, changed: Map<string, string>): void {
    const cell = named.get(column);
    if (!cell || !(/@/.test(cell.value) || this.#pseudonyms.redact(cell.value) !== cell.value || this.#isWholeName(cell.value))) return;
    changed.set(cell.name, this.#pseudonyms.pseudonym(/@/.test(cell.value) ? 'email' : 'name', cell.value));
  }

  #isWholeName(value: string): boolean {
    return this.#pseudonyms.isErased('name', value) || this.#pseudonyms.isErased('phone', value);
  }
}
