import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileReader } from './file_reader.ts';
import { importFiles } from './import.ts';
import { openTestWorkspace, request, type TestWorkspace } from './testing/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const run = (name: string, content: string, mapping: string) =>
  importFiles({ ...workspace.context, reader: fileReader }, request([workspace.file(name, content)], mapping));

const good = `source: s
files:
  - file: deals.csv
    entity: opportunity
    columns:
      id: id
      amount: amount
`;

const deals = 'id,amount,when\n1,10,2024-01-05\n2,20,2024-01-06\n';

/** A mapping that is wrong, in each way that one can be. */
const wrongMappings: readonly (readonly [string, string, string])[] = [
  ['no YAML', 'files: [', 'mapping_syntax'],
  ['a tab where blanks belong', 'files:\n\t- file: x\n', 'mapping_syntax'],
  ['empty', '', 'mapping_value_invalid'],
  ['a list', '- 1\n', 'mapping_value_invalid'],
  ['a key twice', `source: t\n${good}`, 'mapping_duplicate_key'],
  ['a field twice', good.replace('amount: amount', 'amount: amount\n      amount: when'), 'mapping_duplicate_key'],
  ['an alias', good.replace('source: s', 'source: &a s\nmode: *a'), 'mapping_syntax'],
  ['an unknown key', good.replace('source:', 'sorce:'), 'mapping_key_unknown'],
  ['an unknown key of a rule', good.replace('amount: amount', 'amount: { form: amount }'), 'mapping_key_unknown'],
  ['an unknown key of the format', good.replace('entity:', 'format: { delimitter: ";" }\n    entity:'), 'mapping_key_unknown'],
  ['no files', 'source: s\n', 'mapping_key_missing'],
  ['no entity', good.replace('    entity: opportunity\n', ''), 'mapping_key_missing'],
  ['no id', good.replace('      id: id\n', ''), 'mapping_id_missing'],
  ['an unknown mode', `mode: partial\n${good}`, 'mapping_value_invalid'],
  ['an unknown entity', good.replace('opportunity', 'oportunity'), 'mapping_entity_unknown'],
  ['an unknown field', good.replace('amount: amount', 'ammount: amount'), 'mapping_field_unknown'],
  ['a field of ours', good.replace('amount: amount', '_batch: amount'), 'mapping_field_unknown'],
  ['an unknown column', good.replace('amount: amount', 'amount: amnt'), 'mapping_column_unknown'],
  ['an unknown file', good.replace('deals.csv', 'deal.csv'), 'mapping_file_missing'],
  ['a file of a folder above', good.replace('deals.csv', '../deals.csv'), 'mapping_file_path'],
  ['an absolute file', good.replace('deals.csv', '/etc/passwd'), 'mapping_file_path'],
  ['a file of another drive', good.replace('deals.csv', "'C:\\Windows\\win.ini'"), 'mapping_file_path'],
  ['two kinds of rule', good.replace('amount: amount', 'amount: { from: amount, value: 3 }'), 'mapping_rule_invalid'],
  ['a rule of nothing', good.replace('amount: amount', 'amount: {}'), 'mapping_rule_invalid'],
  ['{row: true} for an amount', good.replace('amount: amount', 'amount: { row: true }'), 'mapping_row_rule'],
  ['a constant outside the list', good.replace('amount: amount', 'status: { value: maybe }'), 'mapping_constant_invalid'],
  ['a constant that is no currency', good.replace('amount: amount', 'currency: { value: EURO }'), 'mapping_constant_invalid'],
  ['an unknown time zone', `timezone: Europe/Madird\n${good}`, 'mapping_timezone_unknown'],
  ['30 February', `exported_at: 2024-02-30\n${good}`, 'mapping_exported_at_invalid'],
  ['where and query', `${good}    where: "1 = 1"\n    query: "from deals"\n`, 'mapping_where_and_query'],
  ['a date pattern that is none', good.replace('amount: amount', 'closed_at: { from: when, dates: QQQQ }'), 'invalid_date_pattern'],
];

describe('a mapping that is wrong', () => {
  it.each(wrongMappings)('%s', async (_, mapping, code) => {
    await expect(run('deals.csv', deals, mapping)).rejects.toMatchObject({ code, blame: 'input' });
    expect(await workspace.rows('select * from opportunity')).toEqual([]);
    expect(await workspace.rows('select * from cuadro.batch')).toEqual([]);
  });
});

/** [what, entity, columns, row, code]: one faulty row beside a good one. */
const wrongValues: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
  ['no id', 'opportunity', { id: '' }, 'missing_id'],
  ['30 February', 'opportunity', { id: 'x', closed_at: '2024-02-30' }, 'impossible_date'],
  ['month 13', 'opportunity', { id: 'x', closed_at: '2024-13-01' }, 'impossible_date'],
  ['25 o’clock', 'opportunity', { id: 'x', closed_at: '2024-01-01 25:00:00' }, 'impossible_date'],
  ['the year 26', 'opportunity', { id: 'x', closed_at: '0026-01-05' }, 'year_out_of_range'],
  ['the year 20226', 'opportunity', { id: 'x', closed_at: '20226-01-05' }, 'year_out_of_range'],
  ['no date', 'opportunity', { id: 'x', closed_at: 'soon' }, 'invalid_date'],
  ['no number', 'opportunity', { id: 'x', amount: 'much' }, 'invalid_number'],
  ['NaN', 'opportunity', { id: 'x', amount: 'NaN' }, 'number_out_of_range'],
  ['infinity', 'opportunity', { id: 'x', probability: 'inf' }, 'number_out_of_range'],
  ['1e400', 'opportunity', { id: 'x', probability: '1e400' }, 'number_out_of_range'],
  ['more money than there is', 'opportunity', { id: 'x', amount: '123456789012345678901' }, 'number_out_of_range'],
  ['a formula as a number', 'opportunity', { id: 'x', amount: '=1+1' }, 'invalid_number'],
  ['half a reopening', 'ticket', { id: 'x', reopen_count: '1.5' }, 'invalid_number'],
  ['neither true nor false', 'user', { id: 'x', is_active: 'perhaps' }, 'invalid_boolean'],
  ['a status outside the list', 'opportunity', { id: 'x', status: 'zombie' }, 'not_in_list'],
  ['an unknown currency', 'opportunity', { id: 'x', currency: 'XQQ' }, 'unknown_currency'],
];

const goodValues: Readonly<Record<string, string>> = {
  id: 'good',
  closed_at: '2024-01-05',
  amount: '10',
  probability: '50',
  reopen_count: '1',
  is_active: 'true',
  status: 'open',
  currency: 'EUR',
};

describe('a row that is wrong', () => {
  it.each(wrongValues)('%s', async (_, entity, row, code) => {
    const fields = Object.keys(row);
    const columns = fields.map((field) => `${field}: ${field}`).join(', ');
    const lines = [fields, fields.map((field) => goodValues[field] ?? ''), Object.values(row)].map((cells) =>
      [...cells, 'filled'].join(','),
    );
    const mapping = `source: s\nfiles:\n  - { file: x.csv, entity: ${entity}, columns: { ${columns} } }\n`;
    const result = await run('x.csv', `${lines.join('\n')}\n`.replace('filled', 'note'), mapping);
    expect(result.entities[0]).toMatchObject({ read: 2, created: 1, rejected: 1 });
    const [, line] = readFileSync(result.rejected_file ?? '', 'utf8').split('\n');
    expect(line?.split(',')).toEqual(expect.arrayContaining(['x.csv', '3', code]));
    expect(line).not.toMatch(/,=/);
  });

  it.each([
    ['a negative duration', 'activity', 'duration_s', '-5', 'negative_value'],
    ['a score outside its scale', 'survey_response', 'score,scale_max', '11,10', 'out_of_range'],
    ['closed before created', 'opportunity', 'created_at,closed_at', '2024-02-01,2024-01-01', 'time_order'],
    ['after the import', 'opportunity', 'closed_at', '2031-01-01', 'future_time'],
    ['its own manager', 'user', 'manager_id', 'x', 'cycle'],
    ['a probability of 300', 'opportunity', 'probability', '300', 'out_of_range'],
    ['an exchange rate of 0', 'exchange_rate', 'rate', '0', 'out_of_range'],
  ])('is taken with a warning: %s', async (_, entity, fields, values, code) => {
    const columns = fields.split(',').map((field) => `${field}: ${field}`);
    const mapping = `source: s\nfiles:\n  - { file: x.csv, entity: ${entity}, columns: { id: id, ${columns.join(', ')} } }\n`;
    const result = await run('x.csv', `id,${fields},note\nx,${values},n\n`, mapping);
    expect(result.entities[0]).toMatchObject({ created: 1, rejected: 0, warnings: [expect.objectContaining({ code, rows: 1 })] });
  });
});
