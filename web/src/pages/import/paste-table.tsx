import { useId, useState } from 'react';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import styles from './import-page.module.css';

interface Props {
  readonly onTable: (file: File) => void;
  readonly onCancel: () => void;
}

/** A table from a spreadsheet by way of the clipboard: what is pasted becomes a file like any other. */
export function PasteTable({ onTable, onCancel }: Props) {
  const say = useWords(importWords);
  const id = useId();
  const [text, setText] = useState('');
  const usable = text.trim().split('\n').length > 1;
  return (
    <form
      className={styles.paste}
      onSubmit={(event) => {
        event.preventDefault();
        const ending = text.includes('\t') ? 'tsv' : 'csv';
        onTable(new File([text.trim(), '\n'], `${say('pasteName')}.${ending}`, { type: 'text/plain' }));
      }}
    >
      <label htmlFor={id}>{say('pasteLabel')}</label>
      {/* biome-ignore lint/a11y/noAutofocus: it was asked for by a button, and there is nothing else to do here */}
      <textarea id={id} autoFocus spellCheck={false} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <div className={styles.buttons}>
        <PushButton type="submit" look="strong" disabled={!usable}>
          {say('pasteUse')}
        </PushButton>
        <PushButton onClick={onCancel}>{say('cancel')}</PushButton>
      </div>
    </form>
  );
}
