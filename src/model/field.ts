/** What a field of the canonical model can be. Physical types per warehouse follow from these. */
export type FieldType = 'text' | 'enum' | 'reference' | 'currency' | 'money' | 'number' | 'integer' | 'boolean' | 'instant' | 'date';

export interface Field {
  readonly type: FieldType;
  /** The closed list of an `enum`. */
  readonly values?: readonly string[];
  /** Common spellings of an `enum`'s values, lower case, that import understands. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** The entity that a `reference` points to. */
  readonly entity?: string;
  /** Due, end and expected dates: never evidence of how far the data reach (see Watermark in the CLI contract). */
  readonly planned?: boolean;
  /** As of an earlier date, before `field` has happened, this field reads `value`; of several, the first that has not happened decides. */
  readonly before?: Before | readonly Before[];
  /** Personal data: masked, forgotten on request. */
  readonly personal?: boolean;
  /** For `money` on a line: the reference whose record holds the currency. */
  readonly currencyOf?: string;
}

export interface Before {
  readonly field: string;
  readonly value: string | boolean | null;
}

const isList = (before: Before | readonly Before[]): before is readonly Before[] => Array.isArray(before);

/** What a field read before other fields' times, in the order in which they decide. */
export const beforesOf = ({ before }: Field): readonly Before[] => (before === undefined ? [] : isList(before) ? before : [before]);

type Options = Pick<Field, 'before' | 'personal'>;

export const text = (options: Options = {}): Field => ({ type: 'text', ...options });
export const personal = (): Field => ({ type: 'text', personal: true });
export const oneOf = (values: readonly string[], options: Options & { aliases?: Readonly<Record<string, string>> } = {}): Field => ({
  type: 'enum',
  values,
  ...options,
});
export const reference = (entity: string, options: Options = {}): Field => ({ type: 'reference', entity, ...options });
export const currency = (): Field => ({ type: 'currency' });
export const money = (options: Pick<Field, 'before' | 'currencyOf'> = {}): Field => ({ type: 'money', ...options });
export const number = (options: Options = {}): Field => ({ type: 'number', ...options });
export const integer = (options: Options = {}): Field => ({ type: 'integer', ...options });
export const boolean = (options: Options = {}): Field => ({ type: 'boolean', ...options });
/** A moment in UTC; where the source gave only a date, the start of that day in the workspace's time zone. */
export const instant = (options: Options = {}): Field => ({ type: 'instant', ...options });
/** A date of the workspace's calendar. */
export const date = (options: Options = {}): Field => ({ type: 'date', ...options });
/** A due, end or expected moment. */
export const plannedInstant = (): Field => ({ type: 'instant', planned: true });
/** A due, end or expected date. */
export const plannedDate = (): Field => ({ type: 'date', planned: true });
