// What tests need of the system besides npm's packages: Debian's packages, installed where that may be done without asking.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const onPath = (names) => {
  const folders = (process.env.PATH ?? '').split(':');
  return names.some((name) => folders.some((folder) => existsSync(`${folder}/${name}`)));
};

/** The folder of Debian's newest PostgreSQL, where `initdb` and its other programs are; null: none is installed. */
export function postgresPrograms(home = '/usr/lib/postgresql') {
  const versions = existsSync(home) ? readdirSync(home).sort((left, right) => Number(right) - Number(left)) : [];
  const version = versions.find((one) => existsSync(`${home}/${one}/bin/initdb`));
  return version === undefined ? null : `${home}/${version}/bin`;
}

/** Debian's package, what needs it, and whether it is there. */
const packages = [
  { name: 'postgresql', needs: 'the app store on PostgreSQL', isThere: () => postgresPrograms() !== null },
  { name: 'chromium', needs: 'the web application', isThere: () => onPath(['chromium', 'chromium-browser', 'google-chrome']) },
];

const aptGet = (...args) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    // PostgreSQL's package would start a server of its own; the tests start theirs.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  }).status === 0;

/** Installs what is missing and may be installed. @returns lines that say what is missing still, and what for */
export function ensureServices() {
  const missing = packages.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return [];
  if (process.getuid?.() === 0 && onPath(['apt-get'])) {
    const names = missing.map(({ name }) => name);
    console.error(`Installing for the tests: ${names.join(', ')}…`);
    const install = () => aptGet('install', '-y', '-q', '--no-install-recommends', ...names);
    if (!install() && aptGet('update', '-q')) install();
  }
  return missing
    .filter(({ isThere }) => !isThere())
    .map(({ name, needs }) => `${name} is missing, which the tests of ${needs} need. On Debian or Ubuntu: sudo apt-get install ${name}`);
}
