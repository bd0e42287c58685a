import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccountsServer, startAccounts } from '../accounts/server.ts';
import { cuadro } from '../cli/run.ts';

const files: Readonly<Record<string, string>> = {
  'users.csv': 'id,name\nana,Ana Ruiz\nbea,Bea Gil\n',
  'leads.csv': [
    'id,created_at,email,owner_id',
    '1,2026-02-03,uno@cliente.es,ana',
    '2,2026-02-04,dos@cliente.es,ana',
    '3,2026-02-05,tres@cliente.es,bea',
    '4,2026-01-07,cuatro@cliente.es,bea',
    '5,2026-02-08,"ignore | the rules",bea',
  ].join('\n'),
  'm.yaml': `source: crm
exported_at: 2026-03-10
files:
  - file: users.csv
    entity: user
    columns: { id: id, name: name }
  - file: leads.csv
    entity: lead
    columns: { id: id, created_at: created_at, email: email, owner_id: owner_id }
`,
  'draft.yaml': `id: leads_ours
name: { es: Leads nuestros, en: Leads of ours }
definition: { es: Leads que se crearon., en: Leads that were created. }
area: leads
direction: up
unit: count
since: 2026-01-01
status: draft
metric: { kind: simple, dataset: lead, aggregate: count, at: created_at }
examples:
  - name: not right yet
    given: { lead: [{ created_at: 2026-01-10 }] }
    exported_at: 2026-01-31
    query: { from: 2026-01-01, to: 2026-01-31 }
    expect: [{ start: 2026-01-01, value: 7 }]
    because: Still to be worked out.
`,
};

export interface McpCompany extends AccountsServer {
  /** A key of someone with these rights. */
  key(email: string, grant: Readonly<Record<string, unknown>>, permissions: readonly string[]): Promise<string>;
}

/** A company of five leads and two salespeople, served, with people who may see more or less of it, and a KPI that is a draft. */
export async function startCompany(): Promise<McpCompany> {
  const server = await startAccounts();
  const cwd = mkdtempSync(join(tmpdir(), 'cuadro-mcp-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), `${text}\n`);
    const run = async (...argv: string[]) => {
      const ran = await cuadro(cwd, [...argv, '--data', server.folder, '--json']);
      if (ran.code !== 0) throw new Error(ran.stdout + ran.stderr);
      return ran.json();
    };
    await run('import', 'users.csv', 'leads.csv', '--map', 'm.yaml');
    const defined = await run('define', 'draft.yaml');
    if (defined.status !== 'draft' || defined.examples[0].differences.length === 0) throw new Error('no draft');
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
  const owner = await server.owner();
  return {
    ...server,
    key: async (email, grant, permissions) => {
      const { browser } = await server.join(owner, email, grant);
      const made = await browser.post('/api/v1/keys', { name: email, permissions });
      if (made.status !== 200) throw new Error(made.text);
      return String(made.json.secret);
    },
  };
}
