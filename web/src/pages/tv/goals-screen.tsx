import { useOperation } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { BulletBar } from '../../parts/bullet-bar/bullet-bar.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { targetsWords } from '../../words/targets.ts';
import { tvWords } from '../../words/tv.ts';
import styles from './goals-screen.module.css';
import { groupsOf } from './groups.ts';
import { type Turn, TvHead } from './tv-head.tsx';
import page from './tv-page.module.css';
import { useRotation } from './use-rotation.ts';

const every = 5 * 60_000;
/** As many goals as can be read from the other end of a room. */
const most = 8;

interface Props {
  /** Null: the company's. */
  readonly team: string | null;
  readonly board: string;
  readonly turn: Turn | null;
}

/** The goals of the company or of a team on a wall: how far each is, and a sentence that says whether it will be reached. Nothing of persons. */
export function GoalsScreen({ team, board, turn }: Props) {
  const say = useWords(tvWords);
  const words = useWords(targetsWords);
  const frame = useWords(frameWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { sample } = useSession();
  const { data, error, refetch, dataUpdatedAt } = useOperation(
    'targets',
    team === null ? { language } : { scopes: 'all', scope: `owner.team=${team}`, language },
    { every },
  );
  const groups = groupsOf(data?.targets ?? [], most);
  const rotation = useRotation(groups.length);
  const shown = groups[rotation.at] ?? [];
  const within = groups.length > 1 ? { ...rotation, number: rotation.at + 1, count: groups.length } : null;
  return (
    <div className={page.screen}>
      <TvHead name={team === null ? say('goals') : say('goalsOf', { team })} board={board} turn={turn} within={within}>
        {sample && <b>{frame('sample')}</b>}
        {dataUpdatedAt > 0 && <span>{say('checked', { moment: format.moment(new Date(dataUpdatedAt).toISOString()) })}</span>}
      </TvHead>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height="60vh" />}
      {data && (
        <>
          {/* Of a team the sentence would speak of the company. */}
          {shown.length > 0 && (
            <p className={styles.says}>
              {team === null ? data.says : say('teamStands', { team, standing: words(`standing_${data.standing}`) })}
            </p>
          )}
          {shown.length === 0 && <EmptyNotice is="notConfigured">{words('none')}</EmptyNotice>}
          <ul className={styles.goals}>
            {shown.map((one) => {
              const aim = one.value ?? one.high ?? one.low ?? 0;
              const band = one.value === null && one.low !== null && one.high !== null ? ([one.low, one.high] as const) : null;
              return (
                <li key={`${one.source} ${one.id}`} data-is={one.state}>
                  <h2>{one.name}</h2>
                  <p className={styles.value}>
                    <b>{one.actual === null ? '–' : format.value(one.actual, one.unit)}</b>{' '}
                    {band ? format.range(band, (value) => format.value(value, one.unit)) : say('of', { aim: format.value(aim, one.unit) })}
                  </p>
                  <BulletBar value={one.actual ?? 0} target={aim} pace={one.kind === 'flow' && one.gone < 1 ? one.due : null} band={band} />
                  <p className={styles.state}>{words(one.state)}</p>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
