import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { noticesWords } from '../../words/notices.ts';
import styles from './notices-page.module.css';

interface Props {
  readonly notice: OperationOutput<'notices'>['notices'][number];
  /** Null: whoever looks has no inbox of their own to mark. */
  readonly onMark: ((read: boolean) => void) | null;
}

/** A notice: what it says and where it leads, each of what it tells by itself; whether it was read. */
export function NoticeItem({ notice: { title, lines, figures, at, read, path, others }, onMark }: Props) {
  const say = useWords(noticesWords);
  const format = useFormat();
  const { history } = useRouter();
  /** Whoever follows any of its links has read it. */
  const linked = (to: string | null, text: string): ReactNode =>
    to === null ? (
      text
    ) : (
      <a
        href={to}
        onClick={(event) => {
          if (!read) onMark?.(true);
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          history.push(to);
        }}
      >
        {text}
      </a>
    );
  return (
    <li className={styles.item} data-unread={!read || undefined}>
      <div className={styles.text}>
        <p className={styles.title}>
          {linked(path, title)}
          {!read && <small>{say('isUnread')}</small>}
        </p>
        {lines.map((line, index) => (
          <p key={line} className={styles.line}>
            {linked(others.find((other) => other.line === index)?.path ?? null, line)}
          </p>
        ))}
        <p className={styles.facts}>
          <time dateTime={at}>{format.moment(at)}</time>
          {figures.map(({ name, value }) => (
            <span key={name}>
              {name}: {value}
            </span>
          ))}
        </p>
      </div>
      {onMark && (
        <PushButton look="quiet" onClick={() => onMark(!read)}>
          {say(read ? 'unreadAgain' : 'read')}
        </PushButton>
      )}
    </li>
  );
}
