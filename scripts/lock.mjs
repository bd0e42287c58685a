// node scripts/lock.mjs: completes package-lock.json with the packages for other platforms.
//
// A registry mirror need not serve the builds for every platform. npm then leaves them out of the lock file that it writes,
// and `npm ci` refuses that file everywhere. What is added here is what npm would have written, but for the checksum, which
// npm takes from the registry when such a package is installed. Run it after each `npm install` that adds a dependency;
// test/project/lockfile.test.ts says when it is due.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** @returns the names of optional packages that `packages` (of a lock file) asks for and lacks, with who asks */
export function absentPackages(packages) {
  const absent = [];
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const places = [`${path === '' ? '' : `${path}/`}node_modules/${name}`, `node_modules/${name}`];
      if (!places.some((place) => packages[place])) absent.push({ name, version, parent: entry, root: path === '' });
    }
  }
  return absent;
}

function entryOf({ name, version, parent, root: ofRoot }) {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') && os.includes('linux') ? ['glibc'] : [];
  return {
    version,
    resolved: `https://registry.npmjs.org/${name}/-/${name.split('/').at(-1)}-${version}.tgz`,
    ...(cpu.length > 0 && { cpu }),
    ...(!ofRoot && parent.dev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

if (process.argv[1] === import.meta.filename) {
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const absent = absentPackages(lock.packages);
  for (const one of absent) {
    if (!/^\d+\.\d+\.\d+/.test(one.version)) console.error(`${one.name} is asked for as ${one.version}: taken as its lowest version`);
    lock.packages[`node_modules/${one.name}`] = entryOf({ ...one, version: one.version.replace(/^[^\d]*/, '') });
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${absent.length} packages for other platforms added`);
}
