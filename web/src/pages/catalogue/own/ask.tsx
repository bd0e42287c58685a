import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useWords } from '../../../words/language.ts';
import { ownKpiWords } from '../../../words/own-kpi.ts';
import styles from './ask.module.css';

interface Props {
  readonly question: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something is lost, where it was asked for. */
export function Ask({ question, yes, onYes, onNo }: Props) {
  const say = useWords(ownKpiWords);
  return (
    <span className={styles.ask} role="alert">
      {question}
      <PushButton onClick={onYes}>{yes}</PushButton>
      <PushButton look="quiet" onClick={onNo} autoFocus>
        {say('no')}
      </PushButton>
    </span>
  );
}
