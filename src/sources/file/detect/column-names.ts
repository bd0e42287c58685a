/** Names that tables of staged rows use themselves. */
const reserved = ['_row', '_line'];

/**
 * Names from a header: `c17` where it is empty (by position), `category_2` where one stands twice. Case does not tell names
 * apart, as in SQL.
 */
export function columnNames(header: readonly string[], width: number): string[] {
  const taken = new Set(reserved);
  // All names that stand in the header, so that a made `category_2` gives way to a real one.
  const real = new Set(header.map((cell) => clean(cell).toLowerCase()));
  return Array.from({ length: width }, (_, at) => {
    const given = clean(header[at] ?? '');
    const base = given === '' ? `c${at + 1}` : given;
    let name = base;
    for (let time = 2; taken.has(name.toLowerCase()) || (name !== base && real.has(name.toLowerCase())); time += 1)
      name = `${base}_${time}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

const clean = (cell: string): string => cell.replaceAll(/\p{Cc}+|\s+/gu, ' ').trim();
