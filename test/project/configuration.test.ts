import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configurationFiles, configurationPage } from '../../scripts/docs/configuration.ts';

test.each(['es', 'en'] as const)('docs/configuration (%s) tells the settings there are', (language) => {
  expect(readFileSync(configurationFiles[language], 'utf8') === configurationPage(language), 'run npm run docs').toBe(true);
});
