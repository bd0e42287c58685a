import type { Migration } from 'kysely';
import { accounts } from './0001_accounts.ts';
import { audit } from './0002_audit.ts';
import { jobs } from './0003_jobs.ts';
import { knownValues } from './0004_known_values.ts';
import { trainingAndErasure } from './0006_training_and_erasure.ts';
import { boards } from './0010_boards.ts';
import { notices } from './0011_notices.ts';
import { alerts } from './0012_alerts.ts';
import { actions } from './0013_actions.ts';
import { conversation } from './0014_conversation.ts';
import { reviews } from './0015_reviews.ts';
import { noticeCauses } from './0016_notice_causes.ts';
import { homes } from './0017_homes.ts';
import { actionAmong } from './0018_action_among.ts';
import { ownPlays } from './0019_own_plays.ts';

/** In order of their names; only ever added to. Each file is named as its migration. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_accounts': accounts,
  '0002_audit': audit,
  '0003_jobs': jobs,
  '0004_known_values': knownValues,
  '0006_training_and_erasure': trainingAndErasure,
  '0010_boards': boards,
  '0011_notices': notices,
  '0012_alerts': alerts,
  '0013_actions': actions,
  '0014_conversation': conversation,
  '0015_reviews': reviews,
  '0016_notice_causes': noticeCauses,
  '0017_homes': homes,
  '0018_action_among': actionAmong,
  '0019_own_plays': ownPlays,
};
