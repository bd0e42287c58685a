import { useState } from 'react';
import { call } from '../../api/call.ts';
import { saveCsv } from '../../parts/exports/csv.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useLanguage, useWords } from '../../words/language.ts';

const most = 100_000;

/** The rows that a load left out, with place and reason, for whoever mends them in a spreadsheet. */
export function RejectedDownload({ batch, rows }: { readonly batch: string; readonly rows: number }) {
  const say = useWords(importWords);
  const format = useFormat();
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { rejected } = await call('batch', { batch, rejected: most }, { language });
      const labels = [say('file'), say('line'), say('column'), say('value'), say('code'), say('reason')];
      const columns = labels.map((label, index) => ({ label, kind: index === 1 ? 'count' : 'text' }));
      const cells = rejected.rows.map(({ file, line, column, value, code, reason }) => [file, line, column, value, code, reason]);
      saveCsv(`${batch}-rejected`, { columns, rows: cells }, format.writer.locale);
    } finally {
      setBusy(false);
    }
  };
  return (
    <PushButton disabled={busy} onClick={() => void save()}>
      {say('rejectedDownload', { count: rows, n: format.number(rows, 0) })}
    </PushButton>
  );
}
