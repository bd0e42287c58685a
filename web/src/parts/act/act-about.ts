import type { OperationInput } from '../../../../src/app/api/client-types.ts';

type Input = OperationInput<'save_action'>;

/** A group of customers that Cuadro knows by itself: `need=risk`, `rfm=loyal`, `stage=lapsed`. */
export type Among = NonNullable<Input['among']>;

interface Reference {
  readonly source: string;
  readonly id: string;
}

/** What an action is about, and what it begins with: what of it is stated stays as it is. */
export interface ActAbout {
  readonly kpi?: string;
  /** DIM=VALUE; null: the company. */
  readonly scope?: string | null;
  readonly among?: Among;
  readonly customer?: Reference & { readonly name: string | null };
  readonly record?: Reference & { readonly entity: 'lead' | 'opportunity' };
  /** The alert that it answers. */
  readonly alert?: string;
  readonly kind?: string;
  readonly play?: string;
  readonly title?: string;
}
