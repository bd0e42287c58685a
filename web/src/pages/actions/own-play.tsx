import { useWrite } from '../../api/use-operation.ts';
import { announce } from '../../parts/live-region/live-region.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { TroubleText } from '../../parts/trouble-text/trouble-text.tsx';
import { useWords } from '../../words/language.ts';
import { playsWords } from '../../words/plays.ts';
import type { Play } from './play-draft.ts';
import styles from './play-form.module.css';

/** What can be done with a play of the company's own: change it, take it out of what is suggested, or back in. Neither loses anything. */
export function OwnPlay({
  play,
  onEdit,
  onMoved,
}: {
  readonly play: Play;
  readonly onEdit: () => void;
  /** It stands elsewhere now, and this button is gone. */
  readonly onMoved: () => void;
}) {
  const say = useWords(playsWords);
  const retire = useWrite('retire_play', ['plays']);
  const { id, name, retired } = play;
  return (
    <div className={styles.own}>
      {!retired && (
        <PushButton look="quiet" aria-label={say('editOf', { name })} onClick={onEdit}>
          {say('edit')}
        </PushButton>
      )}
      <PushButton
        look="quiet"
        disabled={retire.isPending}
        aria-label={say(retired ? 'restoreOf' : 'retireOf', { name })}
        onClick={() =>
          retire.mutate(
            { play: id, retired: !retired },
            {
              onSuccess: () => {
                announce(say(retired ? 'restored' : 'retiredDone'));
                onMoved();
              },
            },
          )
        }
      >
        {say(retired ? 'restore' : 'retire')}
      </PushButton>
      {retire.error && (
        <p role="alert">
          <TroubleText error={retire.error} />
        </p>
      )}
    </div>
  );
}
