import type { OperationContext } from './operation.ts';

/** The day it is where the company is. */
export const todayIn = ({ now, workspace }: Pick<OperationContext, 'now' | 'workspace'>): string =>
  now().toZonedDateTimeISO(workspace.settings.timezone).toPlainDate().toString();
