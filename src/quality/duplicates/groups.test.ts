import { describe, expect, it } from 'vitest';
import { duplicateGroups } from './groups.ts';
import type { DuplicateEntity, GivenRecord } from './record.ts';

let number = 0;
const record = (facts: Partial<GivenRecord>): GivenRecord => ({
  id: `R${++number}`,
  createdAt: '2024-01-01T00:00:00Z',
  name: null,
  filled: 3,
  ...facts,
});
const groups = (entity: DuplicateEntity, ...rows: Partial<GivenRecord>[]) => {
  number = 0;
  return duplicateGroups(entity, rows.map(record)).map(({ members, survivorId, score, reasons }) => ({
    ids: members.map(({ id }) => id),
    survivorId,
    score,
    reasons,
  }));
};

describe('accounts', () => {
  it('are one by tax number, whatever the name: 0.97 × 0.9', () => {
    expect(groups('account', { name: 'Talleres Nava, S.L.', taxId: 'B-12.345.678' }, { name: 'Grupo Nava', taxId: 'ESB12345678' })).toEqual(
      [{ ids: ['R1', 'R2'], survivorId: 'R1', score: 0.873, reasons: ['tax_id'] }],
    );
  });

  it('are two when everything but the tax number tells them apart', () => {
    const one = { name: 'Farmacia Palanereda', domain: 'palanereda.example', taxId: 'B12345678' };
    expect(groups('account', one, { name: 'Climas Estrapinares', domain: 'estrapinares.example', taxId: 'B12345678' })).toEqual([]);
  });

  it('are two with two tax numbers, whatever else they share', () => {
    const shared = { name: 'Talleres Nava', domain: 'nava.example', phone: '915550101' };
    expect(groups('account', { ...shared, taxId: 'B12345678' }, { ...shared, taxId: 'A87654321' })).toEqual([]);
  });

  it('are one by name and domain: 1 − 0.25 × 0.2', () => {
    expect(
      groups(
        'account',
        { name: 'Frío Larrasol, S.A.', domain: 'https://www.larrasol.example/' },
        { name: 'FRIO LARRASOL SA', domain: 'larrasol.example' },
      ),
    ).toEqual([{ ids: ['R1', 'R2'], survivorId: 'R1', score: 0.95, reasons: ['domain', 'name'] }]);
  });

  it('are not one by domain alone, when their names differ', () => {
    expect(
      groups('account', { name: 'Hotel Verasol', domain: 'grupo.example' }, { name: 'Muebles Orbetiza', domain: 'grupo.example' }),
    ).toEqual([]);
  });

  it('are not one when one is the site of the other, or both of a third', () => {
    const shared = { domain: 'nava.example', phone: '915550101' };
    expect(groups('account', { ...shared, name: 'Nava' }, { ...shared, name: 'Nava (segunda sede)', accountId: 'R1' })).toEqual([]);
    expect(groups('account', { ...shared, name: 'Nava 1', accountId: 'P' }, { ...shared, name: 'Nava 2', accountId: 'P' })).toEqual([]);
  });

  it('are one by a rare name that nearly agrees and a city: 1 − 0.3 × 0.65', () => {
    expect(groups('account', { name: 'Climas Zarquena SL', city: 'Málaga' }, { name: 'Climas Zarqeuna, S.L.', city: 'MALAGA' })).toEqual([
      { ids: ['R1', 'R2'], survivorId: 'R1', score: 0.805, reasons: ['city', 'similar_name'] },
    ]);
  });

  it('are one by a rare name alone, if nothing speaks against it', () => {
    expect(groups('account', { name: 'Acme' }, { name: 'ACME' })).toEqual([
      { ids: ['R1', 'R2'], survivorId: 'R1', score: 0.8, reasons: ['name'] },
    ]);
    expect(groups('account', { name: 'Acme', city: 'Lugo' }, { name: 'Acme', city: 'Jaén' })).toEqual([]);
    expect(groups('account', { name: 'Acme, S.L.' }, { name: 'Acme, S.A.' })).toEqual([]);
  });

  it('are not one by a name and city that three bear', () => {
    const cafe = { name: 'Cafés Belsol SL', city: 'Sevilla' };
    expect(groups('account', cafe, cafe, cafe)).toEqual([]);
  });

  it('never come into one group with two tax numbers between them', () => {
    const phone = '954 555 010';
    const found = groups(
      'account',
      { name: 'Cafés Belsol SL', taxId: 'B11111112', phone },
      { name: 'Cafés Belsol SL', phone },
      { name: 'Cafés Belsol SL', taxId: 'B22222223', phone },
    );
    expect(found.map(({ ids }) => ids)).toEqual([['R1', 'R2']]);
  });
});

describe('people', () => {
  it('are one by e-mail, in any case and with a tag', () => {
    expect(
      groups(
        'lead',
        { name: 'Lucía Ferreiro', email: 'Lucia.Ferreiro@Nava.example' },
        { name: 'lucia ferreiro', email: 'lucia.ferreiro+web@nava.example ' },
      ),
    ).toEqual([
      // 1 − 0.05 × 0.4 × 0.5: address, a name of two words, the company of the address.
      { ids: ['R1', 'R2'], survivorId: 'R1', score: 0.99, reasons: ['company', 'email', 'name'] },
    ]);
  });

  it('are two when they share a mailbox of the company', () => {
    expect(groups('contact', { name: 'Ana Soler', email: 'info@nava.example' }, { name: 'Hugo Arce', email: 'info@nava.example' })).toEqual(
      [],
    );
    expect(groups('contact', { name: 'Ana Soler', email: 'ana@nava.example' }, { name: 'Hugo Arce', email: 'ana@nava.example' })).toEqual(
      [],
    );
  });

  it('are one by phone and a name without its second surname', () => {
    const found = groups(
      'contact',
      { name: 'Lucía Ferreiro Sanchis', phone: '+34 612 345 678' },
      { name: 'Ferreiro, Lucía', phone: '612345678' },
    );
    expect(found).toEqual([{ ids: ['R1', 'R2'], survivorId: 'R1', score: 0.8, reasons: ['phone', 'similar_name'] }]);
  });

  it('are one by full name at one account, not at two', () => {
    const name = 'Marta Olmeda Rius';
    expect(groups('contact', { name, accountId: 'A1' }, { name, accountId: 'A1' })[0]).toMatchObject({
      score: 0.875,
      reasons: ['company', 'name'],
    });
    expect(groups('contact', { name, accountId: 'A1' }, { name, accountId: 'A2' })).toEqual([]);
  });

  it('at a free mail provider have no company in common', () => {
    expect(
      groups('lead', { name: 'Ana Soler', email: 'ana.soler@gmail.com' }, { name: 'Ana Soler', email: 'anasoler@gmail.com' }),
    ).toHaveLength(1);
    expect(groups('lead', { name: 'Ana Soler', email: 'a.soler@hotmail.com' }, { name: 'Ana Soler', email: 'ana@hotmail.com' })).toEqual(
      [],
    );
  });
});

describe('a group', () => {
  const email = 'ana@nava.example';
  it('is told in the order of entry, and keeps the fullest record', () => {
    const found = groups(
      'lead',
      { name: 'Ana Soler', email, createdAt: null },
      { name: 'Ana Soler', email, createdAt: '2024-03-01T00:00:00Z', filled: 9 },
      { name: 'Ana Soler', email, createdAt: '2024-02-01T00:00:00Z', filled: 9 },
    );
    expect(found).toMatchObject([{ ids: ['R3', 'R2', 'R1'], survivorId: 'R3' }]);
  });

  it('does not depend on the order of the records', () => {
    const rows = [
      { id: 'a', name: 'Ana Soler', email },
      { id: 'b', name: 'Ana Soler', email, phone: '600 111 222' },
      { id: 'c', name: 'A. Soler', phone: '600111222' },
      { id: 'd', name: 'Hugo Arce', phone: '600333444' },
    ].map(record);
    expect(duplicateGroups('lead', rows.toReversed())).toEqual(duplicateGroups('lead', rows));
    expect(duplicateGroups('lead', rows)[0]?.members.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('is empty of nothing', () => {
    expect(duplicateGroups('account', [])).toEqual([]);
    expect(
      duplicateGroups('account', [record({}), record({ name: '—' }), record({ phone: '000000000' }), record({ phone: '000 000 000' })]),
    ).toEqual([]);
  });
});
