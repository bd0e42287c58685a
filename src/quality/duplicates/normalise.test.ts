import { describe, expect, it, test } from 'vitest';
import { companyName, domainName, mailbox, personName, phoneNumber, taxNumber } from './normalise.ts';
import { isShortened, jaroWinkler, nameLikeness } from './similarity.ts';

test.each([
  ['Talleres Navá, S.L.', 'talleres nava', 'sl'],
  ['TALLERES NAVA SL', 'talleres nava', 'sl'],
  ['Talleres Nava S. L. U.', 'talleres nava', 'sl'],
  ['Talleres Nava, Sociedad Limitada Unipersonal', 'talleres nava', 'sl'],
  ['Construcciones Peña y Núñez, S.A.U.', 'construcciones pena nunez', 'sa'],
  ['Conservas del Mar, S. Coop.', 'conservas mar', 'scoop'],
  ['CONSERVAS DEL MAR SCOOP', 'conservas mar', 'scoop'],
  ['Bar Pepe', 'bar pepe', null],
  ['SA', 'sa', null],
  ['La Sal', 'sal', null],
  ['Müller & Söhne GmbH', 'muller sohne', 'gmbh'],
])('%s is %s, %s', (given, name, form) => {
  expect(companyName(given)).toEqual({ name, form });
});

test('a person is told first name first', () => {
  expect(personName(' FERREIRO Sanchis, Lucía')).toBe('lucia ferreiro sanchis');
});

test.each([
  ['Ana.Soler+crm@Gmail.com', 'anasoler@gmail.com'],
  ['mailto:ana@nava.example', 'ana@nava.example'],
  ['+34@nava.example', '+34@nava.example'],
])('the mail of %s goes to %s', (given, address) => {
  expect(mailbox(given)?.address).toBe(address);
});

describe('what is no key', () => {
  it('is null', () => {
    expect([
      mailbox('ana@nava'),
      mailbox('sin correo'),
      domainName('gmail.com'),
      domainName('no tiene'),
      domainName('ana@nava.es'),
    ]).toEqual(Array(5).fill(null));
    expect([taxNumber('B0000'), taxNumber('B00000000'), phoneNumber('123'), phoneNumber('999 999 999')]).toEqual(Array(4).fill(null));
  });
});

test('numbers as they are told apart', () => {
  expect([
    taxNumber('ES B-12.345.678'),
    taxNumber('12345678z'),
    phoneNumber('0034 (91) 555-01-01'),
    phoneNumber('915550101 ext. 12'),
  ]).toEqual(['B12345678', '12345678Z', '915550101', '915550101']);
  expect(domainName('HTTPS://www.Nava.es/contacto?x=1')).toBe('nava.es');
});

describe('likeness', () => {
  // Winkler's own examples.
  test.each([
    ['martha', 'marhta', 0.9611],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.8133],
    ['abc', 'xyz', 0],
  ])('of %s and %s is %d', (a, b, value) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(value, 4);
    expect(jaroWinkler(b, a)).toBeCloseTo(value, 4);
  });

  it('of names does not mind the order of words, and minds numbers', () => {
    expect(nameLikeness('nava talleres', 'talleres nava')).toBeCloseTo(1);
    expect(nameLikeness('frio nava', 'frionava')).toBe(1);
    expect(nameLikeness('nave 2', 'nave 3')).toBeLessThan(0.9);
    expect(nameLikeness('hotel salarubia', 'hotel salamosa')).toBeLessThan(0.6);
    expect(nameLikeness('climas zarquena', 'climas zarqeuna')).toBeGreaterThan(0.95);
  });

  it('knows a name with a surname left out', () => {
    expect(isShortened('lucia ferreiro', 'lucia ferreiro sanchis')).toBe(true);
    expect(isShortened('lucia', 'lucia ferreiro')).toBe(false);
    expect(isShortened('lucia sanchis', 'lucia ferreiro')).toBe(false);
  });
});
