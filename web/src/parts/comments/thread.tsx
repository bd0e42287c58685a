import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useWrite } from '../../api/use-operation.ts';
import { scopeName } from '../../frame/scope-of.ts';
import { conversationWords } from '../../words/conversation.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { ConfirmButton } from '../confirm-button/confirm-button.tsx';
import { PushButton } from '../push-button/push-button.tsx';
import { CommentForm } from './comment-form.tsx';
import styles from './comments.module.css';

type Conversation = OperationOutput<'comments'>['threads'][number];
type Comment = Conversation['comments'][number];

interface Props {
  readonly thread: Conversation;
  readonly may: boolean;
  /** The alert that stands beside it. */
  readonly on: string | null;
}

/** One conversation: what was said, one after another, and a place to answer. */
export function Thread({ thread, may, on }: Props) {
  const say = useWords(conversationWords);
  const format = useFormat();
  const [answering, setAnswering] = useState(false);
  const resolve = useWrite('resolve_comment', ['comments']);
  const { about, resolved, comments, id } = thread;
  const isOfAlert = about.alert !== null && about.alert !== on;
  const of = [
    about.scope === null ? null : scopeName(about.scope),
    about.from !== null && about.to !== null ? format.period({ start: about.from, end: about.to }, 'total') : null,
  ].filter((one) => one !== null);
  return (
    <article className={styles.thread} data-settled={resolved !== null || undefined}>
      {(of.length > 0 || isOfAlert) && (
        <p className={styles.of}>
          {of.length > 0 && say('on', { what: of.join(' · ') })}
          {isOfAlert && of.length > 0 && ' · '}
          {isOfAlert && (
            <Link to="/alerts" search={() => ({ alert: about.alert }) as never}>
              {say('onAlert')}
            </Link>
          )}
        </p>
      )}
      <ol className={styles.said}>
        {comments.map((comment) => (
          <Said key={comment.id} comment={comment} />
        ))}
      </ol>
      {resolved && <p className={styles.quiet}>{resolved.by === null ? say('resolved') : say('resolvedBy', { name: resolved.by })}</p>}
      {may && (
        <div className={styles.actions}>
          {!answering && (
            <PushButton look="quiet" onClick={() => setAnswering(true)}>
              {say('answer')}
            </PushButton>
          )}
          <PushButton look="quiet" disabled={resolve.isPending} onClick={() => resolve.mutate({ thread: id, resolved: resolved === null })}>
            {say(resolved === null ? 'resolve' : 'reopen')}
          </PushButton>
        </div>
      )}
      {answering && <CommentForm thread={id} onClose={() => setAnswering(false)} />}
    </article>
  );
}

function Said({ comment }: { readonly comment: Comment }) {
  const say = useWords(conversationWords);
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const remove = useWrite('remove_comment', ['comments']);
  const { id, author, text, at, edited, mine, removable, mentions } = comment;
  return (
    <li>
      <p className={styles.who}>
        <b>{author ?? say('someone')}</b> · <time dateTime={at}>{format.moment(at)}</time>
        {edited && text !== null && ` · ${say('edited')}`}
      </p>
      {editing ? (
        <CommentForm change={{ id, text: text ?? '', mentions: mentions.map((one) => one.id) }} onClose={() => setEditing(false)} />
      ) : text === null ? (
        <p className={styles.quiet}>{say('removed')}</p>
      ) : (
        <p className={styles.text}>{text}</p>
      )}
      {!editing && text !== null && (mine || removable) && (
        <div className={styles.actions}>
          {mine && (
            <PushButton look="quiet" onClick={() => setEditing(true)}>
              {say('edit')}
            </PushButton>
          )}
          {removable && (
            <ConfirmButton
              sure={say('removeSure')}
              question={say('confirm')}
              keep={say('keep')}
              disabled={remove.isPending}
              onConfirm={() => remove.mutate({ comment: id })}
            >
              {say('remove')}
            </ConfirmButton>
          )}
        </div>
      )}
    </li>
  );
}
