import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { defineJobKind } from '../../src/app/jobs/kind.ts';
import { openStore } from '../../src/store/open.ts';
import { Clock, runnerOf } from './world.ts';

// Begins the job of a store, says so, and never ends it: the test kills it.
const [folder = '', url = ''] = process.argv.slice(2);
const store = await openStore(folder, url === '' ? null : url);
const kind = defineJobKind({
  id: 'endless',
  input: z.strictObject({}),
  attempts: 3,
  run: async () => {
    process.stdout.write('begun\n');
    await sleep(600_000);
    return {};
  },
});
await runnerOf({ store, clock: new Clock('2026-06-15T10:00:00Z'), kinds: [kind], name: 'killed' }).work();
