/** Noise around nothing, about normal, that is the same each time. */
export const noise = (count: number): readonly number[] => {
  let seed = 42;
  const next = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  return Array.from({ length: count }, () => next() + next() + next() + next() + next() + next() - 3);
};
