import { scopeWords } from '../../../../../src/i18n/alerts.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { TableScroller } from '../../../parts/table-scroller/table-scroller.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { grainOf, writeFigure } from '../figure.ts';
import type { Rule } from './draft.ts';
import styles from './rules.module.css';

const shown = 8;
const often = 12;
/** Of fewer periods nothing is said of a whole year. */
const enough = 12;

/** What a rule would have done with the past: how often it would have told, when, and for what that lasted. */
export function Simulation({ rule }: { readonly rule: Rule }) {
  const say = useWords(alertsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation('simulate_alert', { rule, language }, { keep: false });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={120} />;
  const alert = { kind: rule.condition.kind, unit: data.unit, grain: data.grain };
  const figure = (value: number | null): string => (value === null ? '–' : writeFigure(value, alert, say, format));
  const isScoped = rule.each !== null;
  const perYear =
    data.fired === 0 || data.judged < enough
      ? ''
      : data.per_year < 1
        ? say('simPerYearFew')
        : say('simPerYear', { n: format.number(Math.round(data.per_year), 0) });
  return (
    <div className={styles.simulation} role="status">
      <p>
        <b>{data.says}</b> {perYear} {data.judged >= enough && data.per_year > often && say('simOften')}
      </p>
      {data.episodes.length > 0 && (
        <TableScroller label={say('simTitle')}>
          <table className={styles.episodes}>
            <thead>
              <tr>
                <th scope="col">{say('simWhen')}</th>
                {isScoped && <th scope="col">{say('simWhose')}</th>}
                <th scope="col" data-number>
                  {say('simValue')}
                </th>
                <th scope="col" data-number>
                  {say('simExpected')}
                </th>
                <th scope="col">{say('simLasted')}</th>
                <th scope="col">{say('simReal')}</th>
              </tr>
            </thead>
            <tbody>
              {data.episodes.slice(0, shown).map(({ fired, scope, value, expected, periods, real }) => (
                <tr key={`${scope} ${fired.start}`}>
                  <th scope="row">{format.period(fired, grainOf(alert))}</th>
                  {isScoped && <td>{scope === null ? '–' : scopeWords(scope, language).replace(/^[^:]*: /, '')}</td>}
                  <td data-number>{figure(value)}</td>
                  <td data-number>{figure(expected)}</td>
                  <td>{say('simPeriods', { count: periods })}</td>
                  <td>{say(real === null ? 'real_unknown' : real ? 'real_yes' : 'real_no')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroller>
      )}
      {data.episodes.length > shown && <p className={styles.facts}>{say('simMore', { count: shown })}</p>}
    </div>
  );
}
