import { useState } from 'react';
import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { useMay, useToldIn } from '../../../api/use-session.ts';
import { ConfirmButton } from '../../../parts/confirm-button/confirm-button.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { TroubleText } from '../../../parts/trouble-text/trouble-text.tsx';
import { eventsWords } from '../../../words/events.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { AnnotateForm } from './annotate-form.tsx';
import styles from './events.module.css';
import type { ChartEvent } from './use-events.ts';

interface Props {
  readonly kpi: string;
  readonly events: readonly ChartEvent[];
  /** DIM=VALUE, where the page shows one scope; null: the company. */
  readonly scope: string | null;
}

/** What happened while the chart ran, by the numbers on it, and a form for what nobody noted yet. */
export function Events({ kpi, events, scope }: Props) {
  const say = useWords(eventsWords);
  const format = useFormat();
  const may = useMay('self');
  const remove = useWrite('remove_annotation', ['annotations']);
  const [open, setOpen] = useState(false);
  if (events.length === 0 && !may) return null;
  return (
    <div className={styles.events}>
      {events.length > 0 && (
        <ol className={styles.list} aria-label={say('title')}>
          {events.map((event) => (
            <li key={event.number}>
              <span className={styles.number} aria-hidden="true">
                {event.number}
              </span>
              <div>
                <p>
                  <b>{format.period({ start: event.from, end: event.to }, event.from === event.to ? 'day' : 'total')}</b> · {event.text}
                </p>
                <p className={styles.facts}>
                  {[
                    say(event.kind),
                    event.scope === null ? null : say('part', { scope: event.scope }),
                    event.author === null ? null : say('by', { author: event.author }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {event.kind !== 'definition' && <Since kpi={kpi} on={event.from} to={event.to} scope={event.about ?? scope} />}
              </div>
              {event.id !== null && (
                <ConfirmButton
                  sure={say('removeSure')}
                  question={say('confirm')}
                  keep={say('keep')}
                  disabled={remove.isPending}
                  onConfirm={() => remove.mutate({ annotation: event.id ?? '' })}
                >
                  {say('remove')}
                </ConfirmButton>
              )}
            </li>
          ))}
        </ol>
      )}
      {may &&
        (open ? (
          <AnnotateForm kpi={kpi} scope={scope} onClose={() => setOpen(false)} />
        ) : (
          <PushButton className={styles.add} look="quiet" onClick={() => setOpen(true)}>
            {say('annotate')}
          </PushButton>
        ))}
    </div>
  );
}

/** What the KPI did before and after, asked for one at a time: each is a question about three years. */
function Since({ kpi, on, to, scope }: { readonly kpi: string; readonly on: string; readonly to: string; readonly scope: string | null }) {
  const say = useWords(eventsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const [asked, setAsked] = useState(false);
  const { data, error } = useOperation('event_effect', { kpi, on, to, scope, language, ...useToldIn() }, { enabled: asked, keep: false });
  if (!asked) {
    return (
      <PushButton className={styles.since} look="quiet" onClick={() => setAsked(true)}>
        {say('effect')}
      </PushButton>
    );
  }
  return (
    <p className={styles.effect} role="status">
      {data ? format.sentence(data.says) : error ? <TroubleText error={error} /> : say('effectComing')}
    </p>
  );
}
