import { Link } from '@tanstack/react-router';
import { useOperation } from '../../api/use-operation.ts';
import { useMay, useSession } from '../../api/use-session.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import styles from './bell.module.css';
import { BellIcon } from './icons.tsx';

/** More than this are many. */
const most = 99;

/** The way to the inbox, and how much of it is unread. */
export function Bell() {
  const say = useWords(frameWords);
  const { known } = useSession();
  const may = useMay('kpi.read');
  const { data } = useOperation('notices', { limit: 0 }, { enabled: known && may, later: true });
  if (!may) return null;
  const unread = data?.unread ?? 0;
  return (
    <Link to="/notices" className={styles.bell} aria-label={unread === 0 ? say('notices') : say('unreadNotices', { count: unread })}>
      <BellIcon />
      {unread > 0 && <b aria-hidden="true">{unread > most ? `${most}+` : unread}</b>}
    </Link>
  );
}
