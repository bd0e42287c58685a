import { expect, it } from 'vitest';
import { isNewDeploy } from './new-deploy.ts';

const html = '<!doctype html><script type="module" crossorigin src="/assets/index-new.js"></script>';

it('reloads for another version, once, and not for a server that is away', () => {
  const old = { entry: '/assets/index-old.js', now: html, reloaded: null };
  expect(isNewDeploy(old)).toBe(true);
  expect(isNewDeploy({ ...old, entry: '/assets/index-new.js' })).toBe(false);
  expect(isNewDeploy({ ...old, reloaded: '/assets/index-old.js' })).toBe(false);
  expect(isNewDeploy({ ...old, now: null })).toBe(false);
  expect(isNewDeploy({ ...old, now: 'Bad gateway' })).toBe(false);
  expect(isNewDeploy({ ...old, entry: null })).toBe(false);
});
