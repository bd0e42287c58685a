// What tests need of the system besides npm's packages: Debian's packages, installed where that may be done without asking.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const findOnPath = (names) => {
  const folders = (process.env.PATH ?? '').split(':');
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find((path) => existsSync(path)) ?? null;
};

/** A Chromium for tests and pictures: the one without a window, which is quicker, before any other; null: none is installed. */
export const chromiumProgram = () => findOnPath(['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']);

/** The folder of Debian's newest PostgreSQL, where `initdb` and its other programs are; null: none is installed. */
export function postgresPrograms(home = '/usr/lib/postgresql') {
  const versions = existsSync(home) ? readdirSync(home).sort((left, right) => Number(right) - Number(left)) : [];
  const version = versions.find((one) => existsSync(`${home}/${one}/bin/initdb`));
  return version === undefined ? null : `${home}/${version}/bin`;
}

/** Debian's package (and another where that is not known), what needs it, and whether it is there. */
const packages = [
  { names: ['postgresql'], needs: 'the app store on PostgreSQL', isThere: () => postgresPrograms() !== null },
  { names: ['chromium-headless-shell', 'chromium'], needs: 'the web application', isThere: () => chromiumProgram() !== null },
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
  if (process.getuid?.() === 0 && findOnPath(['apt-get'])) {
    console.error(`Installing for the tests: ${missing.map(({ names }) => names[0]).join(', ')}…`);
    const install = (pick) => aptGet('install', '-y', '-q', '--no-install-recommends', ...missing.map(({ names }) => names.at(pick)));
    if (!install(0) && aptGet('update', '-q') && !install(0)) install(-1);
  }
  return missing
    .filter(({ isThere }) => !isThere())
    .map(
      ({ names: [name], needs }) =>
        `${name} is missing, which the tests of ${needs} need. On Debian or Ubuntu: sudo apt-get install ${name}`,
    );
}
