/** The pages that hold the rows in sight, with the one after where its beginning is near: who scrolls goes on. */
export function pagesIn([first, last]: readonly [first: number, last: number], total: number, size: number): readonly number[] {
  if (total === 0) return [];
  const end = Math.min(total - 1, last + Math.round(size / 5));
  const from = Math.floor(Math.min(first, total - 1) / size);
  return Array.from({ length: Math.floor(end / size) - from + 1 }, (_, index) => from + index);
}
