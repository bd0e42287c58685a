import { useState } from 'react';
import { numberFormat } from '../../../../src/i18n/formats.ts';
import { useSession } from '../../api/use-session.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import type { Format } from '../../words/writing.ts';
import { announce } from '../live-region/live-region.tsx';
import { MenuButton } from '../on-demand/menu-button.tsx';
import { PushButton } from '../push-button/push-button.tsx';
import styles from './export-menu.module.css';
import type { ExportedTable } from './exported-table.ts';
import { useAbout } from './use-about.ts';

interface Props {
  /** Of the file, without its ending, and of what it says of itself. */
  readonly name: string;
  readonly period?: string | null;
  /** Asked for when it is wanted: it may have to be fetched. */
  readonly table: () => ExportedTable | Promise<ExportedTable>;
  /** Saves the picture; absent: there is none to save. */
  readonly onPicture?: (() => Promise<void>) | undefined;
}

/** Amounts in the currency that is shown. */
const shownTable = ({ columns, rows }: ExportedTable, format: Format): ExportedTable => ({
  columns,
  rows: rows.map((row) => row.map((value, index) => (typeof value === 'number' ? format.shown(value, columns[index]?.kind ?? '') : value))),
});

/** «Descargar»: the picture as PNG, the figures as Excel or CSV, for the company's country or for anywhere. */
export function ExportMenu({ name, period = null, table, onPicture }: Props) {
  const say = useWords(partsWords);
  const { locale, currency, timezone } = useSession().workspace;
  const about = useAbout(name, period);
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const file = period === null ? name : `${name} ${period}`;
  /** Writers are loaded when something is written. */
  const save = async (write: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await write();
      announce(say('exported'));
    } catch {
      announce(say('exportFailed'));
    } finally {
      setBusy(false);
    }
  };
  const csv = (style: 'regional' | 'international') => async (): Promise<void> => {
    const { saveCsv } = await import('./csv.ts');
    saveCsv(file, shownTable(await table(), format), locale, style);
  };
  const xlsx = async (): Promise<void> => {
    const { saveXlsx } = await import('./xlsx.ts');
    saveXlsx(file, shownTable(await table(), format), { locale, currency, timezone }, about);
  };
  const comma = numberFormat(locale).format(1.5).includes(',');
  return (
    <MenuButton
      button={
        <PushButton look="quiet" className={styles.open} disabled={busy} aria-label={`${say('download')}: ${name}`}>
          {say(busy ? 'exporting' : 'download')}
        </PushButton>
      }
      entries={[
        ...(onPicture ? [{ label: say('exportPng'), onClick: () => void save(onPicture) }] : []),
        { label: say('exportXlsx'), onClick: () => void save(xlsx) },
        ...(comma ? [{ label: say('exportCsvComma'), onClick: () => void save(csv('regional')) }] : []),
        { label: say('exportCsvPoint'), onClick: () => void save(csv('international')) },
      ]}
    />
  );
}
