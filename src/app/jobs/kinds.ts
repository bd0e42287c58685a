import type { JobKind } from './kind.ts';
import { backupKind } from './kinds/backup.ts';
import { deliverKind } from './kinds/deliver.ts';
import { digestKind } from './kinds/digest.ts';
import { evaluateKind } from './kinds/evaluate.ts';
import { refreshKind } from './kinds/refresh.ts';
import { rememberKind } from './kinds/remember.ts';
import { remindKind } from './kinds/remind.ts';
import { sweepKind } from './kinds/sweep.ts';

const all: readonly JobKind[] = [backupKind, deliverKind, digestKind, evaluateKind, refreshKind, rememberKind, remindKind, sweepKind];

/** Every kind of job there is. */
export const jobKinds: ReadonlyMap<string, JobKind> = new Map(all.map((kind) => [kind.id, kind]));
