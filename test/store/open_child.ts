import { CuadroError } from '../../src/model/error.ts';
import { openStore } from '../../src/store/open.ts';

// Opens a store as somebody who is not root, to whom permissions mean something, and says how it went.
const [folder = '', user = ''] = process.argv.slice(2);
if (user !== '') {
  process.setgid?.(Number(user));
  process.setuid?.(Number(user));
}
try {
  const store = await openStore(folder, null);
  await store.close();
  process.stdout.write('opened');
} catch (error) {
  process.stdout.write(error instanceof CuadroError ? error.code : String(error));
}
