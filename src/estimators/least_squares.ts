/**
 * The coefficients with which columns add up to what is nearest to `target`, by least squares: normal equations, eliminated with pivots.
 * Null where the columns cannot be told apart (a pivot below 1e-12 of the greatest).
 */
export function leastSquares(columns: readonly ArrayLike<number>[], target: ArrayLike<number>): readonly number[] | null {
  const size = columns.length;
  const rows = columns.map((column, index) => {
    const row = new Float64Array(size + 1);
    for (let other = index; other < size; other++) row[other] = product(column, columns[other] ?? []);
    row[size] = product(column, target);
    return row;
  });
  // The matrix is its own mirror image.
  for (let index = 1; index < size; index++) for (let other = 0; other < index; other++) set(rows, index, other, rows[other]?.[index] ?? 0);
  const greatest = Math.max(...rows.map((row, index) => Math.abs(row[index] ?? 0)));
  for (let place = 0; place < size; place++) {
    let best = place;
    for (let index = place + 1; index < size; index++)
      if (Math.abs(rows[index]?.[place] ?? 0) > Math.abs(rows[best]?.[place] ?? 0)) best = index;
    const [own, pivot] = [rows[place], rows[best]];
    if (!own || !pivot || !(Math.abs(pivot[place] ?? 0) > 1e-12 * greatest)) return null;
    rows[best] = own;
    rows[place] = pivot;
    for (let index = 0; index < size; index++) if (index !== place) subtract(rows[index] ?? own, pivot, place, size);
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

function product(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}

function set(rows: readonly Float64Array[], row: number, column: number, value: number): void {
  const own = rows[row];
  if (own) own[column] = value;
}

/** Takes so much of the pivot's row from another that it has nothing left in the pivot's column. */
function subtract(row: Float64Array, pivot: Float64Array, place: number, size: number): void {
  const share = (row[place] ?? 0) / (pivot[place] ?? 1);
  if (share === 0) return;
  for (let column = place; column <= size; column++) row[column] = (row[column] ?? 0) - share * (pivot[column] ?? 0);
}
