import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../src/app/host.ts';
import { localActor } from '../../src/app/rights/actor.ts';
import { createWorkspace } from '../../src/app/workspace/create.ts';
import { startServer } from '../../src/server/serve.ts';
import { type Served, serveSample } from './serve.ts';
import { looks, openBrowser, photograph, scrollsSideways, tooWide, violations, visit } from './visit.ts';

const maven = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'maven-crm');
const hasMaven = existsSync(maven);
if (!hasMaven) console.warn('skipped: ../shared/data is not here');

let sample: Served;
let browser: Browser;
/** A workspace without data whose visitor may do everything. */
let own: { readonly host: Host; readonly url: string; close(): Promise<void> };

async function serveOwn(): Promise<typeof own> {
  const cwd = mkdtempSync(join(tmpdir(), 'cuadro-web-'));
  const folder = join(cwd, 'cuadro-data');
  await createWorkspace(folder, { name: 'Prueba', locale: 'es-ES', timezone: 'Europe/Madrid', currency: 'USD' });
  const host = await openHost(folder, () => Temporal.Now.instant());
  const web = process.env.CUADRO_TEST_WEB;
  const server = await startServer(host, { host: '127.0.0.1', port: 0, actorOf: async () => localActor, ...(web ? { web } : {}) });
  return {
    host,
    url: server.url,
    close: async () => {
      await server.close();
      await host.close();
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}

beforeAll(async () => {
  sample = await serveSample();
  own = await serveOwn();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await own?.close();
  await sample?.close();
});

const next = async (page: Page): Promise<void> => page.getByRole('button', { name: 'Siguiente' }).click();
const stepIs = (page: Page, name: string) => page.getByRole('heading', { level: 2, name: new RegExp(`^${name} Paso`) }).waitFor();

describe('the wizard', () => {
  it.skipIf(!hasMaven)('takes the files of a CRM to a KPI, and back', async () => {
    const { page, troubles, close } = await visit(browser, `${own.url}/data/import`);
    const files = ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv'].map((name) => join(maven, name));
    await page.locator('input[type=file]').first().setInputFiles(files);
    await page.getByText('8800 filas').waitFor();
    await photograph(page, 'import-1-files');
    await next(page);
    await stepIs(page, 'Formato');
    expect(await page.getByRole('cell', { name: '1C1I7A6R' }).count()).toBe(1);
    await photograph(page, 'import-2-format');
    expect(await violations(page)).toEqual([]);
    await next(page);
    await stepIs(page, 'Columnas');
    await photograph(page, 'import-3-columns');
    expect(await violations(page)).toEqual([]);
    await next(page);
    await stepIs(page, 'Valores');
    await page.getByRole('combobox', { name: 'Qué es «Engaging»' }).first().waitFor();
    await photograph(page, 'import-4-values');
    expect(await violations(page)).toEqual([]);
    await next(page);
    await stepIs(page, 'Comprobar');
    await page.getByLabel('Nombre de este origen').fill('maven');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: /^Cargar \d/ }).waitFor();
    await page.getByText('85 códigos distintos').waitFor();
    expect(await page.getByRole('row', { name: /^oportunidades/ }).textContent()).toContain('8.800');
    await photograph(page, 'import-5-check');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Cargar \d/ }).click();
    await page.getByRole('heading', { name: 'Datos cargados' }).waitFor();
    await photograph(page, 'import-6-done');
    expect(await violations(page)).toEqual([]);
    const { cells } = (await own.host.run('query', {
      kpis: ['opportunity_conversion_rate'],
      from: '2017-01-01',
      to: '2017-12-31',
      grain: 'total',
    })) as {
      readonly cells: readonly { readonly numerator: number; readonly denominator: number }[];
    };
    expect(cells[0]).toMatchObject({ numerator: 4238, denominator: 6711 });
    expect(troubles).toEqual([]);
    await page.goto(`${own.url}/kpis/opportunity_conversion_rate?from=2017-01-01&to=2017-12-31&grain=year`);
    await page.getByText(/63,2/).first().waitFor();
    // This CRM gives deals without the changes of their stage, and no cases: pages say what is lacking and show the rest.
    await page.goto(`${own.url}/funnel`);
    await page.getByText('Hacen falta oportunidades con su etapa').waitFor();
    await page.getByRole('heading', { name: /^Tasa de conversión de oportunidades por producto/ }).waitFor();
    await page.getByText('Hace falta importar: oportunidades: motivo de pérdida').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await photograph(page, 'funnel-deals-alone');
    await page.goto(`${own.url}/service`);
    await page.getByText(/Hace falta importar: casos/).waitFor();
    // Data of 2017: whoever looks is told how old they are.
    await page.getByRole('region', { name: 'Datos atrasados' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    // The first year of the data has nothing before it to be explained by: what that page says of it is its own matter.
    const earlier = troubles.length;
    await page.goto(`${own.url}/data`);
    await page.getByRole('button', { name: 'Ver la carga b_1' }).click();
    await page.getByRole('heading', { name: 'Qué quedó fuera' }).waitFor();
    await photograph(page, 'data-batch');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Deshacer esta carga' }).click();
    await page.getByRole('dialog', { name: 'Deshacer esta carga' }).getByRole('button', { name: 'Deshacer esta carga' }).click();
    await page.getByText('No hay cargas vigentes.').waitFor();
    await page.getByText('Todavía no hay datos').waitFor();
    await photograph(page, 'data-empty');
    expect(troubles.slice(earlier)).toEqual([]);
    await close();
  });

  it('asks about what is in doubt, groups what is wrong by its repair, and saves the mapping: a pasted table, by keyboard alone', async () => {
    const { page, troubles, close } = await visit(browser, `${own.url}/data/import`, { width: 390, theme: 'dark' });
    await page.getByRole('button', { name: 'Pegar una tabla' }).focus();
    await page.keyboard.press('Enter');
    const table = [
      'ID\tNombre\tEstado\tCreado\tImporte',
      'o1\tUno\tGanada\t03/04/2026\t1.200,50',
      'o2\tDos\tPerdida\t05/04/2026\t300,00',
      'o3\tTres\tRarísima\t06/04/2026\t80,25',
      'o4\tCuatro\tAbierta\t07/04/2026\tmucho',
    ].join('\n');
    await page.keyboard.insertText(table);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('4 filas').waitFor();
    await next(page);
    await stepIs(page, 'Formato');
    await photograph(page, 'import-2-format', { width: 390, theme: 'dark' });
    expect(await scrollsSideways(page)).toBe(false);
    await next(page);
    await stepIs(page, 'Columnas');
    await page.getByLabel('Contiene').selectOption('opportunity');
    await page.getByRole('rowheader', { name: /^Código/ }).waitFor();
    await page.getByText('resuelva').waitFor();
    await photograph(page, 'import-3-doubts', { width: 390, theme: 'dark' });
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Siguiente' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'DD/MM/AAAA' }).press('Enter');
    for (const [value, meaning] of [
      ['Abierta', 'open'],
      ['Ganada', 'won'],
      ['Perdida', 'lost'],
      ['Rarísima', 'lost'],
    ] as const) {
      await page.getByLabel(value, { exact: true }).selectOption(meaning);
    }
    await page.getByRole('button', { name: 'Sí' }).press('Enter');
    await page.getByText('Sin dudas').waitFor();
    await next(page);
    await stepIs(page, 'Valores');
    await next(page);
    await stepIs(page, 'Comprobar');
    await page.getByRole('heading', { name: 'Revisar cómo se lee el archivo' }).waitFor();
    expect(await page.getByRole('button', { name: 'Cargar 3 filas' }).count()).toBe(1);
    expect(await page.getByText('mucho', { exact: true }).count()).toBe(1);
    await page.getByText('Ver la correspondencia (YAML)').press('Enter');
    await page.getByText('source: pegado').waitFor();
    await photograph(page, 'import-5-problems', { width: 390, theme: 'dark' });
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('tells the guest of the sample company why they cannot, and how they could', async () => {
    const { page, troubles, close } = await visit(browser, `${sample.url}/data/import`);
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe('Para importar hace falta una cuenta');
    await photograph(page, 'import-guest');
    expect(await violations(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });
});

it.each(looks)('shows where the data come from in $language, $theme, $width px', async (look) => {
  const { page, troubles, close } = await visit(browser, `${sample.url}/data`, look);
  await page.getByRole('heading', { level: 2, name: look.language === 'es' ? 'Tareas' : 'Tasks' }).waitFor();
  await photograph(page, 'data', look);
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});

it('never takes a path of the server', async () => {
  for (const path of ['/etc/passwd', '../cuadro.yaml', 'upload:../../x']) {
    const answered = await fetch(`${own.url}/api/v1/batches/recognise`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: own.url },
      body: JSON.stringify({ paths: [path] }),
    });
    expect([403, 404, 422]).toContain(answered.status);
    expect(await answered.text()).not.toContain('root:');
  }
});
