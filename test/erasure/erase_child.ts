import { readWorkspace } from '../../src/app/workspace/read.ts';
import { erasePerson, findPerson } from '../../src/landing/erasure/erase.ts';
import { fileReader } from '../../src/landing/file_reader.ts';
import { openWorkspaceDatabase } from '../../src/landing/open.ts';
import { settleCommit } from '../../src/warehouse/world/settle.ts';

/** `node erase_child.ts --data WORKSPACE`: erases the records of c-77 and dies as soon as that is committed. */
const folder = process.argv[3] ?? '';
const { settings } = await readWorkspace(folder, {});
const database = await openWorkspaceDatabase(folder);
const records = await findPerson(database.session.run, { entity: 'contact', source: null, id: 'c-77', email: null });
await erasePerson(
  {
    database,
    settings,
    now: () => Temporal.Instant.from('2026-07-15T10:00:00Z'),
    reader: fileReader,
    report: () => undefined,
    reasonOf: (code) => code,
    signal: null,
    rebuildDerived: ({ run }, changed, batch) => settleCommit(run, settings, { changed, batch }),
    afterCommit: async () => {
      process.kill(process.pid, 'SIGKILL');
    },
  },
  records,
  false,
);
