import { useOperation } from '../../../api/use-operation.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { ownBoardWords } from '../../../words/own-board.ts';
import styles from './paper.module.css';

/** On paper only: what each KPI of the board means, under the number that its card bears. They are there before anybody prints. */
export function Footnotes({ kpis: ids }: { readonly kpis: readonly string[] }) {
  const say = useWords(ownBoardWords);
  const { language } = useLanguage();
  const { data } = useOperation('kpis', { ids: [...ids], language }, { enabled: ids.length > 0, keep: false, later: true });
  if (!data) return null;
  return (
    <section className={styles.notes}>
      <h2>{say('notes')}</h2>
      <ol>
        {data.kpis.map((kpi) => (
          <li key={kpi.id}>
            <b>{kpi.name}.</b> {'texts' in kpi && `${kpi.texts.definition} ${say('formula', { formula: kpi.formula })}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
