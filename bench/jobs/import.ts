import { readFileSync } from 'node:fs';
import { landingContext } from '../../src/app/landing.ts';
import { importFiles } from '../../src/landing/import.ts';
import { openWorkspaceDatabase } from '../../src/landing/open.ts';
import { report } from '../child.ts';
import { benchWorkspace } from '../workspace.ts';

/** `import.ts WORKSPACE MAPPING FILE…`: an import as `cuadro import` does it, the warehouse's opening and closing included. */
const [folder = '', mapping = '', ...paths] = process.argv.slice(2);
await report(async () => {
  const database = await openWorkspaceDatabase(folder);
  const context = landingContext(benchWorkspace(folder, database));
  const request = { paths, mapping: { text: readFileSync(mapping, 'utf8'), file: mapping }, suggest: null, source: null, mode: null };
  const result = await importFiles(context, { ...request, dryRun: false, strict: false });
  database.close();
  const rejected = result.entities.reduce((sum, entity) => sum + entity.rejected, 0);
  if (result.batch === null || rejected > 0) throw new Error(`the import made ${result.batch} and rejected ${rejected} rows`);
});
