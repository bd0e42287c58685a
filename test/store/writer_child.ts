import { sql } from 'kysely';
import { openStore } from '../../src/store/open.ts';

// Writes rows one by one and says of each that it is stored: as many as asked for, or until it is killed.
const [folder = '', name = '', count = ''] = process.argv.slice(2);
const { db, close } = await openStore(folder, null);
await sql`create table if not exists written (id text primary key)`.execute(db);
for (let index = 0; index < Number(count); index += 1) {
  await db.transaction().execute(async (transaction) => {
    await sql`select count(*) from written`.execute(transaction);
    await sql`insert into written values (${`${name}-${index}`})`.execute(transaction);
  });
  process.stdout.write(`${name}-${index}\n`);
}
await close();
