import { type ReactNode, useState } from 'react';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useWords } from '../../../words/language.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
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
  const isChanged = text !== kept;
  return (
    <PageSection title={title} note={note}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void form.save(change).then((isSaved) => isSaved && setKept(text));
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
