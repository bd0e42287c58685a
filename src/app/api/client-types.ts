import type { z } from 'zod';
import type { operationList } from '../operation-list.ts';

/** The types of every operation by its id, for clients: types alone, nothing of this reaches a browser. */
type Listed = (typeof operationList)[number];

export type OperationId = Listed['id'];
type OperationOf<Id extends OperationId> = Extract<Listed, { readonly id: Id }>;

/** Over REST an operation speaks the language of the request unless it is told another. */
type LanguageOptional<Input> = Input extends { readonly language: infer L } ? Omit<Input, 'language'> & { readonly language?: L } : Input;

/** What a call sends. */
export type OperationInput<Id extends OperationId> = LanguageOptional<z.input<OperationOf<Id>['input']>>;
/** What it gets. */
export type OperationOutput<Id extends OperationId> = Awaited<ReturnType<OperationOf<Id>['run']>>;

/** What `web/src/api/routes.ts` says of each. */
export type OperationRoutes = {
  readonly [Id in OperationId]: Pick<OperationOf<Id>['rest'], 'method' | 'path'> & { readonly effect: OperationOf<Id>['effect'] };
};
