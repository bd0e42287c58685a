import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/use-session.ts';
import { actionsWords } from '../../words/actions.ts';
import { useWords } from '../../words/language.ts';
import styles from './act-link.module.css';

/** What an action begins with: the form's own fields, by their names in the address. */
export interface ActAbout {
  readonly kpi?: string;
  readonly scope?: string;
  readonly customer?: string;
  readonly customerName?: string;
  readonly record?: string;
  readonly kind?: string;
  readonly play?: string;
  readonly title?: string;
}

/** The way to a new action about what is on the page, for whoever may make one. */
export function ActLink({ about, label }: { readonly about: ActAbout; readonly label?: string }) {
  const say = useWords(actionsWords);
  const may = useMay('self');
  if (!may) return null;
  return (
    <Link className={styles.link} to="/actions" search={() => ({ ...about, new: '1' }) as never}>
      {label ?? say('act')}
    </Link>
  );
}
