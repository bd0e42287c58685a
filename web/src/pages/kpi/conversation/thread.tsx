import { useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useWrite } from '../../../api/use-operation.ts';
import { scopeName } from '../../../frame/scope-of.ts';
import { ConfirmButton } from '../../../parts/confirm-button/confirm-button.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { conversationWords } from '../../../words/conversation.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { CommentForm } from './comment-form.tsx';
import styles from './conversation.module.css';

type Conversation = OperationOutput<'comments'>['threads'][number];
type Comment = Conversation['comments'][number];

/** One conversation: what was said, one after another, and a place to answer. */
export function Thread({ thread, may }: { readonly thread: Conversation; readonly may: boolean }) {
  const say = useWords(conversationWords);
  const format = useFormat();
  const [answering, setAnswering] = useState(false);
  const resolve = useWrite('resolve_comment', ['comments']);
  const { about, resolved, comments, id } = thread;
  const of = [
    about.scope === null ? null : scopeName(about.scope),
    about.from !== null && about.to !== null ? format.period({ start: about.from, end: about.to }, 'total') : null,
  ].filter((one) => one !== null);
  return (
    <article className={styles.thread} data-settled={resolved !== null || undefined}>
      {of.length > 0 && <p className={styles.of}>{say('on', { what: of.join(' · ') })}</p>}
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
