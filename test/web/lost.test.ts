import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localActor } from '../../src/app/rights/actor.ts';
import { type Served, serveSample } from './serve.ts';
import { openBrowser, settle, visit } from './visit.ts';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await serveSample(0.02, async () => localActor);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const settings = async () =>
  (await served.host.run('settings', {})) as {
    readonly name: string;
    readonly week_starts_on: string;
    readonly fiscal_year_starts_in: number;
  };

it('keeps what was written on the way: going on saves it, and back leads to the step before', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/start`);
  await page.getByLabel('Nombre').fill('Ferretería Ñandú');
  await page.getByLabel('La semana empieza el').selectOption('sunday');
  await page.getByRole('button', { name: 'Seguir', exact: true }).click();
  await page.waitForURL('**step=data*');
  expect(await settings()).toMatchObject({ name: 'Ferretería Ñandú', week_starts_on: 'sunday' });
  await page.getByRole('button', { name: 'Seguir', exact: true }).click();
  await page.waitForURL('**step=goals*');
  await page.goBack();
  await page.getByRole('button', { name: 'Seguir con los datos de ejemplo' }).waitFor();
  await page.goBack();
  expect(await page.getByLabel('Nombre').inputValue()).toBe('Ferretería Ñandú');
  expect(troubles).toEqual([]);
  await close();
});

it('saves one part of the settings after another; only who changed the same part is in the way, and nothing is left unsaved unasked', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/settings?tab=company`);
  const part = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
  const save = async (name: string): Promise<void> => {
    await part(name).getByRole('button', { name: 'Guardar' }).click();
    await part(name).getByText('Guardado.').waitFor();
  };
  await page.getByLabel('Nombre').fill('Una');
  await page.getByLabel('El ejercicio empieza en').selectOption('7');
  await save('Empresa');
  await save('Calendario');
  await page.getByLabel('Nombre').fill('Dos');
  await save('Empresa');
  expect(await settings()).toMatchObject({ name: 'Dos', fiscal_year_starts_in: 7 });
  expect(troubles).toEqual([]);
  await page.getByLabel('Nombre').fill('Tres');
  await served.host.run('change_settings', { name: 'De otra mano' });
  await part('Empresa').getByRole('button', { name: 'Guardar' }).click();
  await part('Empresa').getByText('Alguien ha cambiado los ajustes').waitFor();
  expect(await settings()).toMatchObject({ name: 'De otra mano' });

  const asked: string[] = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('link', { name: 'Glosario' }).click();
  await expect.poll(() => asked).toEqual(['Hay cambios sin guardar. ¿Salir sin guardarlos?']);
  expect(await page.getByLabel('Nombre').inputValue()).toBe('Tres');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: 'Glosario' }).click();
  await page.waitForURL('**tab=glossary*');
  await close();
});

it('goes back by a step in the import, and asks before what is in hand is lost', async () => {
  const { page, close } = await visit(browser, `${served.url}/data`);
  await page
    .getByRole('link', { name: /^Importar/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Pegar una tabla' }).click();
  await page.keyboard.insertText('ID\tNombre\nc1\tUno\nc2\tDos');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('2 filas').waitFor();
  const stepIs = (name: string) => page.getByRole('heading', { level: 2, name: new RegExp(`^${name} Paso`) }).waitFor();
  await page.getByRole('button', { name: 'Siguiente' }).click();
  await stepIs('Formato');
  await page.getByRole('button', { name: 'Siguiente' }).click();
  await stepIs('Columnas');
  // Nothing that is imported, nowhere to go: why is said.
  await page.getByLabel('Contiene').selectOption({ label: 'no se importa' });
  await page.getByText('diga qué contiene al menos uno de los archivos').waitFor();
  expect(await page.getByRole('button', { name: 'Siguiente' }).isDisabled()).toBe(true);
  await page.goBack();
  await stepIs('Formato');
  await page.goForward();
  await stepIs('Columnas');
  await page.goBack();
  await stepIs('Formato');
  await page.goBack();
  await page.getByText('2 filas').waitFor();
  const asked: string[] = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goBack();
  await expect.poll(() => asked).toEqual(['La importación no está terminada. ¿Salir y perder lo que lleva hecho?']);
  await page.getByText('2 filas').waitFor();
  // Whoever opens a step by its address has no files yet.
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto(`${served.url}/data/import?step=check`);
  await settle(page);
  await stepIs('Archivos');
  await close();
});

it('closes what was opened on a page, and goes back to the tab before, by «back»', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/alerts`);
  await page.getByRole('tab', { name: 'Reglas' }).click();
  await page.waitForURL('**tab=rules*');
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('tab='));
  expect(await page.getByRole('tab', { name: 'Reglas' }).getAttribute('aria-selected')).toBe('false');
  expect(troubles).toEqual([]);
  await close();
});

it('closes a form by its button, also where another was opened in its place', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/alerts?tab=rules`);
  const isClosed = () => page.waitForURL((url) => url.search === '?tab=rules');
  const begin = () => page.getByRole('button', { name: 'Crear una regla' }).click();
  const cancel = () => page.getByRole('button', { name: 'Cancelar' }).click();
  await begin();
  await page.waitForURL('**rule=new*');
  await cancel();
  await isClosed();
  await begin();
  await page.waitForURL('**rule=new*');
  await page
    .getByRole('button', { name: /^Cambiar/ })
    .first()
    .click();
  await page.waitForURL((url) => url.search.includes('rule=') && !url.search.includes('rule=new'));
  await cancel();
  await isClosed();
  expect(troubles).toEqual([]);
  await close();
});

it('names the parts that have cases but no figure, so that the parts make the whole', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/kpis/avg_interaction_cost`);
  const parts = page.getByRole('region', { name: 'Por canal' });
  const told = (await parts.locator('p').first().textContent()) ?? '';
  const without = [...(/por falta de datos: (.*)\.$/.exec(told)?.[1] ?? '').matchAll(/(\w+) \(n = (\d+)\)/g)];
  // Nobody's time is written down for what is sent: messages count as contacts, but cost nothing that is known.
  expect(without.map(([, name]) => name)).toContain('correo');
  await parts.getByRole('button', { name: 'Ver tabla' }).click();
  const counted = await parts.locator('tbody tr').evaluateAll((rows) => rows.map((row) => Number(row.lastElementChild?.textContent)));
  const whole = Number(/n = (\d+)/.exec((await page.locator('main header').first().textContent()) ?? '')?.[1]);
  expect(counted.reduce((sum, n) => sum + n, 0)).toBe(whole);
  expect(troubles).toEqual([]);
  await close();
});

it('says in words what answered in the place of Cuadro, and that a session is over, with the way back in; what was written stays', async () => {
  const { page, close } = await visit(browser, `${served.url}/settings?tab=company`);
  const part = page.getByRole('region', { name: /^Empresa/ });
  const answer = async (status: number, contentType: string, body: string): Promise<string | null> => {
    await page.route('**/api/v1/settings', (route) =>
      route.request().method() === 'PATCH' ? route.fulfill({ status, contentType, body }) : route.continue(),
    );
    await part.getByRole('button', { name: 'Guardar' }).click();
    await part.getByText(status === 502 ? '502' : 'sesión').waitFor();
    await page.unroute('**/api/v1/settings');
    return part.getByRole('alert').textContent();
  };
  await page.getByLabel('Nombre').fill('Lo que escribí');
  expect(await answer(502, 'text/html', '<h1>Bad Gateway</h1>')).toBe(
    'Algo entre este navegador y Cuadro ha contestado con un error (502). Pruebe otra vez dentro de un momento; si sigue igual, avise a quien lleva la instalación.',
  );
  const over = { code: 'unauthenticated', detail: 'Hay que identificarse.', expected: 'una sesión', fix: 'Authorization: Bearer CLAVE' };
  expect(await answer(401, 'application/problem+json', JSON.stringify(over))).toBe(
    'Su sesión ha terminado. Entre otra vez y repítalo aquí: lo que haya escrito sigue en su sitio. Entrar en otra pestaña',
  );
  expect(await part.getByRole('link', { name: 'Entrar en otra pestaña' }).getAttribute('href')).toBe('/sign-in');
  expect(await page.getByLabel('Nombre').inputValue()).toBe('Lo que escribí');
  await part.getByRole('button', { name: 'Guardar' }).click();
  await part.getByText('Guardado.').waitFor();
  expect(await settings()).toMatchObject({ name: 'Lo que escribí' });
  await close();
});
