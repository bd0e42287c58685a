import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useFormat } from '../../../words/format.ts';
import { kpiWords } from '../../../words/kpi.ts';
import { useWords } from '../../../words/language.ts';
import styles from './ahead-notes.module.css';

interface Props {
  readonly forecast: OperationOutput<'forecast'> | null;
  readonly standing: OperationOutput<'targets'>['targets'];
  readonly pending: boolean;
}

/** What is drawn beyond the values, in words: where the targets stand, what is expected and how far such forecasts were off; or why there is none. */
export function AheadNotes({ forecast, standing, pending }: Props) {
  const say = useWords(kpiWords);
  const format = useFormat();
  /** The page says whose it is. */
  const bare = (says: string, name: string): string => {
    const rest = says.startsWith(`${name}: `) ? says.slice(name.length + 2) : says;
    return format.sentence(`${rest.charAt(0).toLocaleUpperCase()}${rest.slice(1)}`);
  };
  if (!pending && forecast === null && standing.length === 0) return null;
  return (
    <dl className={styles.notes} aria-busy={pending}>
      {standing.map(({ id, source, name, says, period }) => (
        <div key={`${source} ${id}`}>
          <dt>
            <Link to="/kpis" search={() => ({ tab: 'targets' }) as never}>
              {say('aim')}
            </Link>
            <small>{format.period(period, 'total')}</small>
          </dt>
          <dd>{bare(says, name)}</dd>
        </div>
      ))}
      {forecast && (
        <div>
          <dt>{say('ahead')}</dt>
          <dd>{bare(forecast.says, forecast.name)}</dd>
        </div>
      )}
    </dl>
  );
}
