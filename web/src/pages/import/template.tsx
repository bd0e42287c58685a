import { useState } from 'react';
import { saveFile } from '../../parts/exports/save-file.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import { type Draft, mappingText } from './draft.ts';
import styles from './import-page.module.css';

/** The mapping as a file: for the next time, and for the command line. */
export function Template({ draft }: { readonly draft: Draft }) {
  const say = useWords(importWords);
  const [text, setText] = useState<string | null>(null);
  return (
    <details className={styles.more} onToggle={(event) => event.currentTarget.open && void mappingText(draft).then(setText)}>
      <summary>{say('templateShow')}</summary>
      <p className={styles.buttons}>
        <PushButton
          onClick={async () =>
            saveFile(`${draft.source || 'cuadro'}.yaml`, new Blob([await mappingText(draft)], { type: 'application/yaml' }))
          }
        >
          {say('template')}
        </PushButton>
        <span className={styles.help}>{say('templateHelp')}</span>
      </p>
      {text !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        <pre className={styles.yaml} tabIndex={0}>
          {text}
        </pre>
      )}
    </details>
  );
}
