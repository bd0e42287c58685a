import { useCompany } from '../../../api/use-company.ts';
import { useView } from '../../../frame/view.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { ownBoardWords } from '../../../words/own-board.ts';
import styles from './paper.module.css';
import { useFilters } from './use-filters.ts';

/** On paper only: whose board it is, by what it is filtered, and as of which day. The bar of filters stays on the screen. */
export function PaperHead({ name }: { readonly name: string }) {
  const say = useWords(ownBoardWords);
  const format = useFormat();
  const company = useCompany();
  const { view } = useView();
  const filters = useFilters(view);
  return (
    <header className={styles.head}>
      <p className={styles.company}>
        <span>{company.name}</span> <b>{name}</b>
      </p>
      <dl className={styles.filters}>
        {filters.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        {company.last_day && `${say('until', { day: format.day(company.last_day) })} · `}
        {say('printed', { zone: company.timezone, currency: format.writer.currency })}
      </p>
    </header>
  );
}
