import type { Company } from '../../api/use-company.ts';
import { comparisons, grains, type View } from '../view.ts';

/** A part of the address that says nothing, or asks for what is not there. */
export interface Misread {
  readonly part: keyof View;
  /** `order`: a period that ends before it begins. */
  readonly why: 'segment' | 'owner' | 'grain' | 'compare' | 'day' | 'order' | 'currency';
  readonly value: string;
  /** Whether what the page would show instead is of others than was asked for. */
  readonly blocks: boolean;
}

/** As many names of people as `company` gives: of more, those that are left out cannot be told from those that are not there. */
const namesGiven = 500;

const isThere = (kind: string, name: string, { teams, offices, owners }: Company): boolean => {
  if (kind === 'team') return teams.includes(name);
  if (kind === 'office') return offices.includes(name);
  return kind === 'person' && (owners.includes(name) || owners.length >= namesGiven);
};

/**
 * What of an address is not understood.
 * @param search the address as it is written
 * @param view what was read of it
 * @param company null: not known yet, so that no name is judged
 */
export function misreadOf(search: Readonly<Record<string, unknown>>, view: View, company: Company | null): readonly Misread[] {
  const written = (part: keyof View): string | null => (search[part] == null || search[part] === '' ? null : String(search[part]));
  const found: Misread[] = [];
  const unread = (part: keyof View, why: Misread['why'], isRead: boolean): void => {
    const value = written(part);
    if (value !== null && !isRead) found.push({ part, why, value, blocks: why === 'segment' || why === 'owner' });
  };
  unread(
    'grain',
    'grain',
    grains.some((one) => one === written('grain')),
  );
  unread(
    'compare',
    'compare',
    comparisons.some((one) => one === written('compare')),
  );
  unread('asOf', 'day', view.asOf !== undefined);
  unread('to', 'day', view.to !== undefined);
  const isOrdered = view.to === undefined || !/^\d{4}-\d\d-\d\d$/.test(written('from') ?? '') || (written('from') ?? '') <= view.to;
  unread('from', isOrdered ? 'day' : 'order', view.from !== undefined || (view.to === undefined && written('to') !== null));
  if (company === null) return found;
  const { currency } = view;
  unread('currency', 'currency', currency === company.currency || company.currencies.some(({ code }) => code === currency));
  unread('segment', 'segment', company.segments.includes(view.segment ?? ''));
  const [kind = '', ...name] = (view.owner ?? '').split(':');
  unread('owner', 'owner', isThere(kind, name.join(':'), company));
  return found;
}
