import { useId, useState } from 'react';
import { useWrite } from '../../api/use-operation.ts';
import { saveFile } from '../../parts/exports/save-file.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { dataWords } from '../../words/data.ts';
import { useWords } from '../../words/language.ts';
import styles from './data-page.module.css';

/** The mapping that a load was made by, to be corrected and applied again to the original files. */
export function Replay({ batch, mapping }: { readonly batch: string; readonly mapping: { readonly file: string; readonly text: string } }) {
  const say = useWords(dataWords);
  const id = useId();
  const [text, setText] = useState(mapping.text);
  const replay = useWrite('replay');
  const file = mapping.file.split(/[\\/]/).at(-1) ?? mapping.file;
  return (
    <section>
      <h3>{say('mapping')}</h3>
      <p className={styles.help}>{say('replayHelp')}</p>
      <label htmlFor={id}>{say('mappingText')}</label>
      <textarea id={id} className={styles.yaml} spellCheck={false} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {replay.error && <TroubleNotice error={replay.error} />}
      {replay.data && <p role="status">{say('replayed', { list: replay.data.replayed.join(', ') })}</p>}
      <div className={styles.buttons}>
        <PushButton disabled={replay.isPending || text === mapping.text} onClick={() => replay.mutate({ batch, mapping: { text, file } })}>
          {say('replay')}
        </PushButton>
        <PushButton look="quiet" onClick={() => saveFile(`${batch}.yaml`, new Blob([text], { type: 'application/yaml' }))}>
          {say('save')}
        </PushButton>
      </div>
    </section>
  );
}
