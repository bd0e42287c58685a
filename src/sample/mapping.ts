import { columns } from './columns.ts';

/** Columns of the company's own, which the import keeps as `custom`. */
const own: ReadonlySet<string> = new Set(['tarifa']);

/** The mapping of the sample's files: every column is the field of its name. */
export function mappingText(until: string): string {
  const lines = ['# Sample company, made by `cuadro demo`. Every column is named after its field.', 'source: crm'];
  lines.push('timezone: Europe/Madrid', `exported_at: ${until}`, 'mode: delta', 'files:');
  for (const [entity, names] of Object.entries(columns)) {
    lines.push(`  - file: ${entity}.csv`, `    entity: ${entity}`);
    lines.push('    format: { encoding: utf-8, delimiter: ",", header: true, decimal: "." }', '    columns:');
    for (const name of names) if (!own.has(name)) lines.push(`      ${key(name)}: ${key(name)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** `on` is a boolean to older YAML readers. */
const key = (name: string): string => (name === 'on' ? '"on"' : name);
