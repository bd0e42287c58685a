import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, guestActor, permissionsOf } from '../../src/app/rights/actor.ts';
import { type Role, roles } from '../../src/app/rights/role.ts';
import type { Rows } from '../../src/app/rights/rows.ts';
import { type Served, serveSample } from './serve.ts';
import { openBrowser, photograph, violations, visit } from './visit.ts';

const as = (role: Role, rows: Rows): Actor => ({
  ...guestActor,
  kind: 'user',
  id: `the ${role}`,
  name: `${role}@empresa.es`,
  role,
  permissions: permissionsOf(role, false),
  rows,
  personal: roles[role].personal,
  amounts: roles[role].amounts,
});
const people: Record<string, Actor> = { owner: as('owner', { kind: 'all' }), viewer: as('viewer', { kind: 'all' }) };

/** Of the seller with most open deals, and how many they are. */
async function makeMember(): Promise<number> {
  const { cells } = (await served.host.run('query', {
    kpis: ['open_opportunities'],
    from: '2026-06-30',
    to: '2026-06-30',
    grain: 'total',
    by: ['owner.id'],
  })) as { readonly cells: readonly { readonly group: Readonly<Record<string, string | null>>; readonly value: number }[] };
  const [most] = cells.filter(({ group }) => group['owner.id']).toSorted((left, right) => right.value - left.value);
  people.member = as('member', { kind: 'own', user: { source: 'crm', id: String(most?.group['owner.id']) } });
  return most?.value ?? 0;
}

let served: Served;
let browser: Browser;
beforeAll(async () => {
  // Who comes is told by a cookie: signing in is tried elsewhere.
  served = await serveSample(0.02, async ({ headers }) => people[/who=(\w+)/.exec(String(headers.cookie))?.[1] ?? ''] ?? null);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const open = (who: string, path: string) => visit(browser, served.url + path, {}, [{ name: 'who', value: who, url: served.url }]);

it('offers an import to the owner', async () => {
  const { page, troubles, close } = await open('owner', '/data');
  await page.getByRole('link', { name: 'Importar datos' }).click();
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  expect(troubles).toEqual([]);
  await close();
});

it('offers a viewer neither import nor records, and says what they lack', async () => {
  const { page, troubles, close } = await open('viewer', '/data/import');
  await page.getByText('No tiene permiso para ver esto').waitFor();
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await page.goto(`${served.url}/data`);
  await page.getByText('No tiene permiso para ver esto').waitFor();
  expect(await page.getByRole('main').getByRole('link', { name: 'Importar' }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await photograph(page, 'viewer-data');
  await page.goto(`${served.url}/service`);
  await page
    .getByRole('button', { name: 'Explicar cambio' })
    .or(page.getByRole('link', { name: 'Explicar cambio' }))
    .first()
    .waitFor();
  expect(await page.getByText('Ver registros').count()).toBe(0);
  expect(troubles).toEqual([]);
  await close();
});

it('shows a member their own rows, and nobody else’s', async () => {
  const deals = await makeMember();
  const all = await open('owner', '/funnel');
  const owners = all.page.locator('#open').getByRole('rowheader');
  await owners.first().waitFor();
  expect(await owners.count()).toBeGreaterThan(1);
  await all.close();
  const { page, troubles, close } = await open('member', '/funnel');
  await photograph(page, 'member-funnel');
  const own = page
    .locator('#open')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
  await own.first().waitFor();
  expect(await own.count()).toBe(1);
  expect(await own.getByRole('cell').last().textContent()).toBe(String(deals));
  expect(await violations(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});
