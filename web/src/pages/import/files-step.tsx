import { useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { ApiError } from '../../api/error.ts';
import { dropUpload, uploadFile } from '../../api/upload.ts';
import { announce } from '../../parts/live-region/live-region.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { draftOf, keyOfTable, safeName, type Uploaded } from './draft.ts';
import styles from './import-page.module.css';
import type { StepProps } from './import-page.tsx';
import { PasteTable } from './paste-table.tsx';

const endings = '.csv,.tsv,.tab,.psv,.txt,.xlsx,.xlsm,.parquet,.pq,.json,.jsonl,.ndjson,.gz';

interface Sending {
  readonly name: string;
  readonly share: number;
}

/** Files in, by dragging, choosing or pasting; each is read as soon as it is there. */
export function FilesStep({ draft, change, onBusy }: StepProps & { readonly onBusy: (busy: boolean) => void }) {
  const say = useWords(importWords);
  const format = useFormat();
  const { language } = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [reading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);

  /** All files together: one may be the key to another. */
  const recognise = async (uploads: readonly Uploaded[]): Promise<void> => {
    if (uploads.length === 0) return change((now) => ({ ...now, uploads, tables: [], unread: [] }));
    setReading(true);
    const said = draft.tables.map(({ seen: { file, sheet }, format: stated, entity }) => ({ file, sheet, format: stated, entity }));
    const answer = await call('recognise', { paths: uploads.map(({ id }) => `upload:${id}`), said }, { language });
    change((now) => ({
      ...now,
      uploads,
      unread: answer.unread,
      tables: answer.tables.map((seen) => now.tables.find(({ key }) => key === keyOfTable(seen)) ?? draftOf(seen, uploads)),
      source: now.source === '' ? sourceOf(uploads) : now.source,
    }));
    announce(answer.tables.map((seen) => keyOfTable(seen)).join(', '));
  };

  const work = async (task: () => Promise<void>): Promise<void> => {
    setTrouble(null);
    onBusy(true);
    try {
      await task();
    } catch (error) {
      setTrouble(error instanceof Error ? error : new ApiError(0, 'unreachable', null, error));
    } finally {
      setSending(null);
      setReading(false);
      onBusy(false);
    }
  };

  const add = (files: readonly File[]): Promise<void> =>
    work(async () => {
      const uploads = [...draft.uploads];
      for (const file of files) {
        const name = safeName(
          file.name,
          uploads.map((one) => one.name),
        );
        setSending({ name, share: 0 });
        const id = await uploadFile(file, name, {
          signal: new AbortController().signal,
          onProgress: ({ sent, total }) => setSending({ name, share: sent / total }),
        });
        uploads.push({ id, name, bytes: file.size });
        change((now) => ({ ...now, uploads: [...uploads] }));
      }
      setSending(null);
      await recognise(uploads);
    });

  const remove = (id: string): Promise<void> =>
    work(async () => {
      await dropUpload(id);
      await recognise(draft.uploads.filter((one) => one.id !== id));
    });

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is one of three ways; the buttons inside are the others */}
      <div
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void add([...event.dataTransfer.files]);
        }}
      >
        <b>{say('drop')}</b>
        <p>{say('dropKinds')}</p>
        <div className={styles.buttons}>
          <PushButton look="strong" onClick={() => picker.current?.click()}>
            {say('choose')}
          </PushButton>
          <PushButton onClick={() => setPasting(true)}>{say('paste')}</PushButton>
        </div>
        <input
          ref={picker}
          type="file"
          multiple
          accept={endings}
          tabIndex={-1}
          aria-label={say('choose')}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) void add(files);
          }}
        />
      </div>
      {pasting && (
        <PasteTable
          onCancel={() => setPasting(false)}
          onTable={(file) => {
            setPasting(false);
            void add([file]);
          }}
        />
      )}
      {sending && (
        <div>
          <p>{say('sending', { file: sending.name, share: format.share(sending.share) })}</p>
          <progress className={styles.progress} value={sending.share} aria-label={sending.name} />
        </div>
      )}
      {reading && (
        <p role="status" aria-busy="true">
          {say('reading')}
        </p>
      )}
      {trouble && <TroubleNotice error={trouble} onRetry={() => void work(() => recognise(draft.uploads))} />}
      {draft.uploads.length > 0 && (
        <section aria-label={say('filesSent')}>
          <ul className={styles.files}>
            {draft.uploads.map(({ id, name, bytes }) => {
              const tables = draft.tables.filter(({ upload }) => upload === id);
              const problem = draft.unread.find(({ file }) => file === name || file === name.replace(/\.gz$/i, ''));
              const rows = tables.reduce((sum, { seen }) => sum + seen.rows, 0);
              return (
                <li key={id}>
                  <b>{name}</b>
                  <span>{format.bytes(bytes)}</span>
                  {tables.length > 0 && <span>{say('rows', { count: rows, n: format.number(rows, 0) })}</span>}
                  <PushButton look="quiet" aria-label={say('remove', { file: name })} onClick={() => void remove(id)}>
                    ×
                  </PushButton>
                  {problem && (
                    <p className={styles.unread}>
                      {say('unread')}: {problem.message} {problem.fix}
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

/** A first name for the source: that of the file, or of several none. */
const sourceOf = (uploads: readonly Uploaded[]): string => {
  const [only, ...others] = uploads;
  return only && others.length === 0 ? only.name.replace(/(\.[A-Za-z0-9]+){1,2}$/, '').slice(0, 64) : '';
};
