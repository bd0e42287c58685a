import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { workbook } from '../../src/sources/file/testing/xlsx.ts';

/** Ana: a contact in one source and a lead in another, in files of every kind, encoding and packing. */
export const ana = { name: 'Ana Muñoz Pérez', email: 'ana.munoz@cliente.example', phone: '+34 600 111 222' };
export const traces = ['ana.munoz@cliente', 'Muñoz Pérez', 'Munoz Perez', '600 111 222', '600111222', 'secreto de Ana', 'c-77'];

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

const mapping = `source: crm
timezone: Europe/Madrid
files:
  - file: contactos.csv
    entity: contact
    columns: { id: ID, name: Nombre, email: Correo, phone: Teléfono, country: País, created_at: Alta }
  - file: actividades.jsonl
    entity: activity
    columns: { id: id, contact_id: contact, type: kind, subject: subject, occurred_at: at }
  - file: casos.xlsx
    entity: ticket
    columns: { id: Caso, contact_id: Contacto, topic: Tema, opened_at: Abierto }
  - file: encuesta.csv
    entity: survey_response
    columns: { id: id, contact_id: contacto, kind: { value: nps }, score: nota, comment: texto, responded_at: fecha }
`;

const leads = `source: web
timezone: Europe/Madrid
files:
  - file: leads.parquet
    entity: lead
    columns: { id: id, name: name, email: email, phone: phone, created_at: created, source: origin }
`;

/** Writes the files of two sources. @returns the imports to make, in order */
export async function writeCompany(folder: string): Promise<readonly { readonly paths: readonly string[]; readonly mapping: string }[]> {
  const [crm, later, web] = ['crm', 'later', 'web'].map((name) => join(folder, name));
  if (!crm || !later || !web) throw new Error('no folders');
  for (const one of [crm, later, web]) mkdirSync(one, { recursive: true });
  const head = 'ID;Nombre;Correo;Teléfono;País;Alta;Apodo\r\n';
  const rows = [
    `c-77;${ana.name};${ana.email};${ana.phone};ES;2026-01-10;"La ""jefa"""`,
    'c-78;Ana López;ana.lopez@otro.example;+34 600 333 444;ES;2026-01-11;',
    'c-79;"Gil; Luis";luis@otro.example;;PT;2026-01-12;Lucho',
  ];
  writeFileSync(join(crm, 'contactos.csv'), latin(`${head}${rows.join('\r\n')}\r\n`));
  const activities = [
    {
      id: 'a1',
      contact: 'c-77',
      kind: 'call',
      subject: `Llamar a ${ana.name}`,
      at: '2026-02-01T10:00:00Z',
      notes: { by: ana.email, n: 1.1 },
    },
    {
      id: 'a2',
      contact: 'c-78',
      kind: 'call',
      subject: 'Hablar con Ana López, que conoce a ANA MUNOZ PEREZ',
      at: '2026-02-02T10:00:00Z',
      big: 1,
    },
    { id: 'a3', contact: 'c-79', kind: 'email', subject: 'Presupuesto', at: '2026-02-03T10:00:00Z' },
  ];
  writeFileSync(join(crm, 'actividades.jsonl'), `${activities.map((one) => JSON.stringify(one)).join('\n')}\n`);
  const cases = [
    ['Caso', 'Contacto', 'Tema', 'Abierto', 'Llamó desde'],
    ['t1', 'c-77', 'Envío', '2026-02-01', '0034600111222'],
    ['t2', 'c-79', 'Envío', '2026-02-02', '-'],
  ];
  const strings = [...new Set(cases.flat())];
  const cell = (text: string, row: number, column: number): string =>
    `<c r="${'ABCDE'[column]}${row + 1}" t="s"><v>${strings.indexOf(text)}</v></c>`;
  const sheet = cases.map((row, at) => `<row r="${at + 1}">${row.map((text, column) => cell(text, at, column)).join('')}</row>`).join('');
  writeFileSync(join(crm, 'casos.xlsx'), workbook({ sheets: { Casos: sheet }, strings: strings.map((text) => `<t>${text}</t>`) }));
  writeFileSync(
    join(crm, 'encuesta.csv.gz'),
    gzipSync('id,contacto,nota,texto,fecha\ns1,c-77,9,"El secreto de Ana,\nen dos líneas",2026-03-01\ns2,c-78,7,Bien,2026-03-02\n'),
  );
  // A second export, in which her name has changed: her past stays one.
  writeFileSync(
    join(later, 'contactos.csv'),
    latin(`${head}${rows.join('\r\n').replace(ana.name, 'Ana Muñoz Pérez de Gil').replace('luis@', 'luis.gil@')}\r\n`),
  );
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (select * from (values
    (501, '${ana.name}', 'ANA.MUNOZ@cliente.example', '600111222', DATE '2025-12-01', 'web'),
    (502, 'Eva Gil', 'eva@otro.example', null, DATE '2025-12-02', 'web')) t(id, name, email, phone, created, origin))
    to '${join(web, 'leads.parquet')}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  const only = `${mapping.split('  - file: actividades')[0]}`;
  return [
    { paths: [crm], mapping },
    { paths: [later], mapping: only },
    { paths: [web], mapping: leads },
  ];
}
