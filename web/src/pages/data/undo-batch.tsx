import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../api/use-operation.ts';
import { announce } from '../../parts/live-region/live-region.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import styles from './data-page.module.css';

interface Props {
  readonly batch: string;
  readonly onUndone: () => void;
  /** While it is being undone nothing should be asked about it any more. */
  readonly onUndoing?: (undoing: boolean) => void;
}

/** Takes a load back, after asking once. */
export function UndoBatch({ batch, onUndone, onUndoing }: Props) {
  const say = useWords(importWords);
  const [asking, setAsking] = useState(false);
  const undo = useWrite('undo');
  return (
    <>
      <PushButton onClick={() => setAsking(true)}>{say('undo')}</PushButton>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={say('undo')}
        centered
        closeButtonProps={{ 'aria-label': say('cancel') }}
      >
        <div className={styles.ask}>
          <p>{say('undoAsk', { batch })}</p>
          {undo.error && <TroubleNotice error={undo.error} />}
          <div>
            <PushButton data-autofocus onClick={() => setAsking(false)}>
              {say('cancel')}
            </PushButton>
            <PushButton
              look="strong"
              disabled={undo.isPending}
              onClick={() => {
                onUndoing?.(true);
                undo.mutate(
                  { batch },
                  {
                    onSuccess: () => {
                      setAsking(false);
                      announce(say('undone', { batch }));
                      onUndone();
                    },
                    onError: () => onUndoing?.(false),
                  },
                );
              }}
            >
              {say('undo')}
            </PushButton>
          </div>
        </div>
      </Modal>
    </>
  );
}
