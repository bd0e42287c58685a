import encodeQR from 'qr';
import { useMemo } from 'react';
import styles from './qr-code.module.css';

/** A text as a QR code, drawn here: it goes to no other place. Black on white in every theme, as cameras want it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const cells = encodeQR(text, 'raw', { border: 3 });
    const dark = cells.flatMap((row, y) => row.flatMap((cell, x) => (cell ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: cells.length, path: dark.join('') };
  }, [text]);
  return (
    <svg role="img" aria-label={label} className={styles.code} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path className={styles.paper} d={`M0 0h${size}v${size}H0z`} />
      <path className={styles.ink} d={path} />
    </svg>
  );
}
