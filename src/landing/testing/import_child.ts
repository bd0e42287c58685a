import { importFiles } from '../import.ts';
import { openWorkspaceDatabase } from '../open.ts';
import { request, testContext } from './workspace.ts';

/** `node import_child.ts WORKSPACE MAPPING FILE`: an import in a process of its own, to be killed. */
const [folder = '', mapping = '', file = ''] = process.argv.slice(2);
const database = await openWorkspaceDatabase(folder, { threads: 2 });
const context = testContext(database, () => Temporal.Instant.from('2024-06-01T10:00:00Z'));
process.stdout.write('open\n');
await importFiles(context, request([file], mapping));
process.stdout.write('done\n');
database.close();
