import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useFormat } from '../../../words/format.ts';
import { kpiWords } from '../../../words/kpi.ts';
import { useWords } from '../../../words/language.ts';
import { useMissing } from '../../../words/missing.ts';
import { ownKpiWords } from '../../../words/own-kpi.ts';
import styles from './trial.module.css';

/** What a definition gives: its examples against what was worked out by hand, and its last values. */
export function Trial({ trial }: { readonly trial: OperationOutput<'try_kpi'> }) {
  const say = useWords(ownKpiWords);
  const kpi = useWords(kpiWords);
  const format = useFormat();
  const missingOf = useMissing();
  const { name, unit, grain, cells, examples, computable, missing } = trial;
  const last = cells.findLast(({ value }) => value !== null);
  return (
    <div className={styles.trial}>
      <p role="status">{say('valid')}</p>
      <h3>{say('example')}</h3>
      {examples.map(({ name: example, because, differences }) => (
        <div key={example} className={styles.example} data-holds={differences.length === 0}>
          <b>{say(differences.length === 0 ? 'holds' : 'fails')}</b>
          <span>{because}</span>
          {differences.map(({ expected, found }) => (
            <p key={expected}>{say('examplePlace', { name: example, expected, found })}</p>
          ))}
        </div>
      ))}
      <h3>{say('values')}</h3>
      {!computable && <p>{say('missing', { list: missingOf(missing) })}</p>}
      {computable && cells.length === 0 && <p>{say('noValues')}</p>}
      {last?.value != null && (
        <p>{say('says', { name, value: format.value(last.value, unit), period: format.period(last.period, grain) })}</p>
      )}
      {cells.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('period')}</th>
              <th scope="col">{say('value')}</th>
              <th scope="col">{say('interval')}</th>
              <th scope="col">{say('sample')}</th>
              <th scope="col">{say('state')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ period, value, ci, n, state }) => (
              <tr key={period.start}>
                <th scope="row">{format.period(period, grain)}</th>
                <td>{value === null ? '–' : format.column(value, unit)}</td>
                <td>{ci ? format.range([ci[0], ci[1]], (value) => format.column(value, unit)) : '–'}</td>
                <td>{format.column(n, 'count')}</td>
                <td>{kpi(`state_${state}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
