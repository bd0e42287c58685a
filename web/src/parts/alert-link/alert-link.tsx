import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/use-session.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './alert-link.module.css';
import { newAlert } from './new-alert.ts';

/** The way to a new rule about a KPI, of whom the page is about, for whoever may make one. */
export function AlertLink({ kpi, scope }: { readonly kpi: string; readonly scope: string | null }) {
  const say = useWords(partsWords);
  const may = useMay('self');
  if (!may) return null;
  return (
    <Link className={styles.link} to="/alerts" search={() => newAlert(kpi, scope) as never}>
      {say('alert')}
    </Link>
  );
}
