// Which folder of src may import which: the one-way imports of the architecture. `npm run check` enforces it, and
// test/project/boundaries.test.ts plants violations that must be found.
//
// TypeScript 7 has no JavaScript API, and without a parser dependency-cruiser silently reads no .ts file at all; hence
// `parser: 'swc'` (@swc/core), which also sees `import type`.

const mayImport = {
  model: [],
  i18n: ['model'],
  metrics: ['model'],
  estimators: ['model'],
  sources: ['model'],
  warehouse: ['model', 'estimators', 'quality'],
  quality: ['model'],
  store: ['model'],
  sample: ['model'],
  landing: ['model', 'sources', 'warehouse'],
  kpis: ['model', 'metrics', 'estimators'],
  insights: ['model', 'metrics', 'estimators', 'kpis'],
  app: ['model', 'i18n', 'metrics', 'estimators', 'sources', 'warehouse', 'quality', 'store', 'sample', 'landing', 'kpis', 'insights'],
  server: ['app', 'i18n'],
  cli: ['app', 'i18n'],
};

/** Single files that may cross a boundary, each with its reason. */
const exceptions = {
  // Errors are the one thing that every layer must be able to tell apart.
  server: ['^src/model/error\\.ts$'],
  // `cuadro serve` and `cuadro mcp` are servers.
  cli: ['^src/model/error\\.ts$', '^src/server/(serve|mcp/stdio)\\.ts$'],
};

// Tests may put layers together, and test tools stay out of the product.
const testFiles = '(\\.test\\.ts|\\.bench\\.ts|/contract\\.ts|/testing/[^/]+\\.ts)$';

const boundaries = Object.entries(mayImport).map(([folder, others]) => ({
  name: `${folder}-imports-only-${others.join('-') || 'itself'}`,
  severity: 'error',
  comment: `src/${folder} may import ${others.length > 0 ? others.map((other) => `src/${other}`).join(', ') : 'nothing else of src'}.`,
  from: { path: `^src/${folder}/`, pathNot: testFiles },
  to: {
    path: '^(src|test|scripts|bin|web)/',
    pathNot: [...[folder, ...others].map((other) => `^src/${other}/`), ...(exceptions[folder] ?? [])],
  },
}));

export default {
  forbidden: [
    ...boundaries,
    {
      name: 'every-folder-has-its-rule',
      severity: 'error',
      comment: 'A new folder of src needs its line in .dependency-cruiser.mjs.',
      from: { path: '^src/', pathNot: `^src/(${Object.keys(mayImport).join('|')})/` },
      to: {},
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Of values: types that name each other are gone at run time.',
      from: { path: '^src/', pathNot: testFiles },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
    },
    {
      name: 'web-imports-only-words-and-types',
      severity: 'error',
      comment: 'web may import src/i18n, and of src/app/api the types and what pages ask for first.',
      from: { path: '^web/', pathNot: testFiles },
      to: { path: '^(src|test|scripts|bin)/', pathNot: ['^src/i18n/', '^src/app/api/(client-types|first-asked)\\.ts$'] },
    },
    {
      name: 'web-takes-types-of-the-api',
      severity: 'error',
      comment: 'Nothing of the server reaches a browser.',
      from: { path: '^web/' },
      to: { path: '^src/app/', pathNot: '^src/app/api/first-asked\\.ts$', dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'src-knows-no-web',
      severity: 'error',
      from: { path: '^src/', pathNot: testFiles },
      to: { path: '^web/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'product-without-dev-dependencies',
      severity: 'error',
      comment: 'What `npm ci --omit=dev` does not install must not be needed at run time. Types are gone by then.',
      from: { path: '^src/', pathNot: testFiles },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { path: '^(src|test|web)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'metrics-and-model-are-pure',
      severity: 'error',
      comment: 'No driver, no clock, no file system below app.',
      from: { path: '^src/(model|metrics|kpis|insights|estimators)/', pathNot: testFiles },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    builtInModules: { add: ['node:sqlite'] },
  },
};
