import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useWords } from '../../../words/language.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { Unsaved } from './unsaved.ts';
import { type SettingsChange, type SettingsNow, useSettingsForm } from './use-settings-form.ts';

/** What each part of the company's settings is given. */
export interface SettingsPart {
  readonly settings: SettingsNow;
  readonly disabled: boolean;
  /** Opens the form anew on the settings as they are now. */
  readonly onAnew: () => void;
}

interface Props {
  readonly title: string;
  readonly note?: string;
  readonly settings: SettingsNow;
  /** What the form says now; compared with what it said when it was opened or saved. */
  readonly change: SettingsChange;
  readonly disabled: boolean;
  readonly wrong?: string | null;
  readonly onAnew: () => void;
  readonly children: ReactNode;
}

/** A part of the settings that saves itself; who may not change them sees them without the button. */
export function SettingsSection({ title, note, settings, change, disabled, wrong = null, onAnew, children }: Props) {
  const say = useWords(settingsWords);
  const form = useSettingsForm(settings);
  const text = JSON.stringify(change);
  const [kept, setKept] = useState(text);
  const isChanged = !disabled && text !== kept;
  const id = useId();
  const together = useContext(Unsaved);
  const isOpen = useRef(false);
  const save = async (): Promise<boolean> => {
    const isSaved = await form.save(change);
    if (isSaved) {
      isOpen.current = false;
      setKept(text);
    }
    return isSaved;
  };
  useEffect(() => {
    isOpen.current = isChanged;
    if (!isChanged || !together) return;
    together.set(id, save);
    return () => void together.delete(id);
  });
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isOpen.current &&
      JSON.stringify([current.pathname, current.search]) !== JSON.stringify([next.pathname, next.search]) &&
      !window.confirm(say('leave')),
    enableBeforeUnload: () => isOpen.current,
  });
  return (
    <PageSection title={title} note={note}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset disabled={disabled} className={styles.bare} aria-label={title}>
          {children}
        </fieldset>
        {!disabled && (
          <FormEnd
            label={say('save')}
            quiet={!isChanged}
            busy={form.busy}
            disabled={wrong !== null}
            error={wrong ?? form.error}
            done={form.saved && !isChanged ? say('saved') : null}
          >
            {form.outdated && <PushButton onClick={onAnew}>{say('reload')}</PushButton>}
          </FormEnd>
        )}
      </form>
    </PageSection>
  );
}
