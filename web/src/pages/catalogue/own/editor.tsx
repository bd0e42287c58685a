import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { ApiError } from '../../../api/error.ts';
import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { announce } from '../../../parts/live-region/live-region.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { TroubleText } from '../../../parts/trouble-text/trouble-text.tsx';
import { useLanguage, useWords } from '../../../words/language.ts';
import { ownKpiWords } from '../../../words/own-kpi.ts';
import { Ask } from './ask.tsx';
import styles from './editor.module.css';
import { Problem } from './problem.tsx';
import { type TemplateKind, templateKinds, templateText } from './templates.ts';
import { Trial } from './trial.tsx';

interface Props {
  readonly text: string;
  /** A former version is only read. */
  readonly version: number | null;
  readonly mayWrite: boolean;
}

/** So long after the last key it is tried. */
const pause = 600;
const fileName = 'kpi.yaml';
const leastRows = 12;
const mostRows = 32;

/** A definition as YAML, tried while it is written: its errors by line, its example, its last values. */
export function Editor({ text: first, version, mayWrite }: Props) {
  const say = useWords(ownKpiWords);
  const { language } = useLanguage();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(first);
  const [asked, setAsked] = useState<TemplateKind | null>(null);
  const [tried] = useDebouncedValue(text, pause);
  const isReadOnly = version !== null;
  const trial = useOperation('try_kpi', { text: tried, name: fileName, language }, { enabled: tried.trim() !== '' && !isReadOnly });
  const define = useWrite('define');
  const isCurrent = tried === text && !trial.isFetching;
  const problem = trial.error ?? define.error;
  const from = (kind: TemplateKind): void => {
    setText(templateText(kind, language));
    setAsked(null);
    area.current?.focus();
  };
  const save = async (): Promise<void> => {
    const saved = await define.mutateAsync({ text, name: fileName });
    announce(say('saved', { name: trial.data?.name ?? saved.kpi, version: saved.version }));
  };
  const canSave = trial.data !== undefined && !trial.error && isCurrent && !define.isPending;
  return (
    <div className={styles.editor} data-alone={isReadOnly || undefined}>
      <PageSection title={say('editor')} note={isReadOnly ? say('readOnly', { version }) : say('editorNote')}>
        {!isReadOnly && (
          <fieldset className={styles.templates}>
            <legend>{say('templates')}</legend>
            {templateKinds.map((kind) => (
              <PushButton
                key={kind}
                className={styles.template}
                onClick={() =>
                  text.trim() === '' || templateKinds.some((one) => templateText(one, language) === text) ? from(kind) : setAsked(kind)
                }
              >
                {say(`template_${kind}`)}
              </PushButton>
            ))}
            {asked && <Ask question={say('replace')} yes={say('yesReplace')} onYes={() => from(asked)} onNo={() => setAsked(null)} />}
          </fieldset>
        )}
        <textarea
          ref={area}
          className={styles.text}
          aria-label={say('editorLabel')}
          aria-describedby={`${id}help ${id}problem`}
          aria-invalid={trial.error !== null}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          wrap="off"
          rows={Math.min(mostRows, Math.max(leastRows, text.split('\n').length + 1))}
          readOnly={isReadOnly}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p id={`${id}help`} className={styles.help}>
          {!isReadOnly && say('editorHelp')}
        </p>
        <div id={`${id}problem`}>{problem && text.trim() !== '' && <Problem error={problem} area={area} />}</div>
        {!isReadOnly && (
          <div className={styles.foot}>
            <PushButton look="strong" disabled={!mayWrite || !canSave} onClick={() => void save().catch(() => undefined)}>
              {define.isPending
                ? say('saving')
                : trial.data?.status === 'draft'
                  ? say('saveDraft')
                  : trial.data?.replaces
                    ? say('saveVersion', { version: trial.data.version })
                    : say('save')}
            </PushButton>
            {!mayWrite && <small>{say('mayNot')}</small>}
            {define.data && 'kpi' in define.data && define.variables && 'text' in define.variables && define.variables.text === text && (
              <span role="status">
                {say('saved', { name: trial.data?.name ?? define.data.kpi, version: define.data.version })}{' '}
                <Link to="/kpis/$id" params={{ id: define.data.kpi }}>
                  {say('see')}
                </Link>
              </span>
            )}
          </div>
        )}
      </PageSection>
      {!isReadOnly && (
        <PageSection title={say('result')} className={styles.result}>
          {text.trim() === '' && <p className={styles.help}>{say('resultEmpty')}</p>}
          {text.trim() !== '' && !isCurrent && (
            <p className={styles.help} role="status">
              {say('checking')}
            </p>
          )}
          {text.trim() !== '' && isCurrent && trial.error && (
            <p role="status">
              {trial.error instanceof ApiError && trial.error.problem === null ? <TroubleText error={trial.error} /> : say('invalid')}
            </p>
          )}
          {text.trim() !== '' && trial.data && !trial.error && <Trial trial={trial.data} />}
        </PageSection>
      )}
    </div>
  );
}
