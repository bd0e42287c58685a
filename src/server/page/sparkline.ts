import { html, type Markup } from './html.ts';

export interface Point {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const width = 240;
const height = 44;
const margin = 4;

/** Rounded, for pixels need no more. */
const px = (value: number): string => value.toFixed(1);

/** Stretches of known values: a gap stays a gap. */
function stretches(points: readonly Point[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  let open = false;
  for (const [index, { value }] of points.entries()) {
    if (value === null) open = false;
    else if (open) found.at(-1)?.push(index);
    else {
      found.push([index]);
      open = true;
    }
  }
  return found;
}

/**
 * A line of the last periods with its 95 % band and a dot at the end. Decoration beside the table that holds the same
 * figures, hence hidden from screen readers.
 */
export function sparkline(points: readonly Point[]): Markup | null {
  const all = points.flatMap(({ value, low, high }) => [value, low, high].filter((one): one is number => one !== null));
  if (all.length === 0) return null;
  const least = Math.min(...all);
  const span = Math.max(...all) - least;
  const x = (index: number): number => margin + (index * (width - 2 * margin)) / Math.max(1, points.length - 1);
  const y = (value: number): number => (span === 0 ? height / 2 : height - margin - ((value - least) * (height - 2 * margin)) / span);
  const banded = points.flatMap(({ low, high }, index) => (low === null || high === null ? [] : [{ index, low, high }]));
  const band = [
    ...banded.map(({ index, high }) => `${px(x(index))},${px(y(high))}`),
    ...banded.toReversed().map(({ index, low }) => `${px(x(index))},${px(y(low))}`),
  ].join(' ');
  const lines = stretches(points).map((indices) => indices.map((index) => `${px(x(index))},${px(y(points[index]?.value ?? 0))}`).join(' '));
  const last = points.findLastIndex(({ value }) => value !== null);
  const end = points[last]?.value ?? null;
  return html`<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">
${banded.length > 1 ? html`<polygon class="band" points="${band}"/>` : null}${lines.map((line) => html`<polyline class="line" points="${line}"/>`)}${
  end === null ? null : html`<circle class="dot" cx="${px(x(last))}" cy="${px(y(end))}" r="2.5"/>`
}</svg>`;
}
