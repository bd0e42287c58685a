import { customersWords } from '../../words/customers.ts';
import { useWords } from '../../words/language.ts';
import styles from './need-tags.module.css';

export type Need = 'risk' | 'debt' | 'order_overdue' | 'order_due' | 'ticket';

/** Risk and debt are what may be lost; the rest is work to do. */
const tones: Readonly<Record<Need, 'bad' | 'warning' | 'plain'>> = {
  risk: 'bad',
  debt: 'bad',
  order_overdue: 'warning',
  order_due: 'plain',
  ticket: 'plain',
};

/** Why a customer needs somebody, as words on their colours. */
export function NeedTags({ needs }: { readonly needs: readonly Need[] }) {
  const say = useWords(customersWords);
  return (
    <span className={styles.tags}>
      {needs.map((need) => (
        <span key={need} className={styles.tag} data-is={tones[need]}>
          {say(`need_${need}`)}
        </span>
      ))}
    </span>
  );
}
