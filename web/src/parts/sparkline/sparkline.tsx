import styles from './sparkline.module.css';

interface Point {
  readonly value: number | null;
  readonly state: string;
}

interface Props {
  /** Up to 13, oldest first; the last is marked. */
  readonly points: readonly Point[];
  /** Where values usually are: shaded. */
  readonly usual: readonly [number, number] | null;
  /** Indices of points that have an annotation: a tick. */
  readonly ticks?: readonly number[];
  /** Says the whole of it to whoever cannot see it. */
  readonly label: string;
}

const width = 240;
const height = 40;
const inset = 4;

/** The last periods as a line: gaps where nothing is known, dashed where the end is not final, the last point marked. */
export function Sparkline({ points, usual, ticks = [], label }: Props) {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (known.length === 0) return <div className={styles.empty} />;
  const shown = usual ? [...known, ...usual] : known;
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  const x = (index: number): number => inset + (index * (width - 2 * inset)) / Math.max(1, points.length - 1);
  const y = (value: number): number => (high === low ? height / 2 : height - inset - ((value - low) / (high - low)) * (height - 2 * inset));
  const isFinal = ({ state }: Point): boolean => state !== 'immature' && state !== 'partial';
  const pieces = points.slice(1).flatMap((point, index) => {
    const before = points[index];
    if (!before || before.value === null || point.value === null) return [];
    return [{ line: `M${x(index)} ${y(before.value)}L${x(index + 1)} ${y(point.value)}`, final: isFinal(point) && isFinal(before) }];
  });
  const whole = (final: boolean): string => pieces.flatMap((piece) => (piece.final === final ? [piece.line] : [])).join('');
  const last = points.at(-1);
  return (
    <svg className={styles.spark} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
      {usual && <rect className={styles.band} x="0" width={width} y={y(usual[1])} height={Math.max(1.5, y(usual[0]) - y(usual[1]))} />}
      {ticks.map((index) => (
        <path key={index} className={styles.tick} d={`M${x(index)} 0v5`} />
      ))}
      <path className={styles.line} d={whole(true)} />
      <path className={styles.open} d={whole(false)} />
      {last && last.value !== null && (
        <>
          <path className={styles.last} d={`M${x(points.length - 1)} ${y(last.value)}h0`} />
          {!isFinal(last) && <path className={styles.hole} d={`M${x(points.length - 1)} ${y(last.value)}h0`} />}
        </>
      )}
    </svg>
  );
}
