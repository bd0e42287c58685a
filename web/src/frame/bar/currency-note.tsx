import { useCompany } from '../../api/use-company.ts';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { useView } from '../view.ts';
import styles from './filter-bar.module.css';

/** At which rate the page is in another currency: one for all of it, so that only what happened moves the figures. */
export function CurrencyNote() {
  const say = useWords(frameWords);
  const format = useFormat();
  const { currency, currencies, last_day } = useCompany();
  const { view } = useView();
  const shown = currencies.find(({ code }) => code === view.currency);
  if (!shown || last_day === null) return null;
  return (
    <p className={styles.rate}>
      {say('currencyNote', { code: shown.code, own: currency, rate: format.number(shown.rate, 4), day: format.day(last_day) })}
    </p>
  );
}
