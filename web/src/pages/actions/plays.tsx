import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useCompany } from '../../api/use-company.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { ActButton } from '../../parts/act/act-button.tsx';
import { kindKey } from '../../parts/act/kind-key.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { IntervalDots } from '../../parts/interval-dots/interval-dots.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { actionsWords } from '../../words/actions.ts';
import { useAmongName } from '../../words/among.ts';
import { areaWords } from '../../words/areas.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { playsWords } from '../../words/plays.ts';
import styles from './actions-page.module.css';
import { OwnPlay } from './own-play.tsx';
import type { Play } from './play-draft.ts';

const PlayForm = lazy(() => import('./play-form.tsx').then(({ PlayForm: it }) => ({ default: it })));

type Saved = NonNullable<OperationOutput<'plays'>['saved']>;
/** What is done with one customer begins on that customer's page. */
const ofCustomer = ['call', 'promotion', 'gift', 'escalation'];

/** What each play has kept, with its interval. */
function SaveRates({ saved: { rates, from, to } }: { readonly saved: Saved }) {
  const say = useWords(actionsWords);
  const format = useFormat();
  const sure = rates.filter(({ small }) => !small);
  const [best, next] = sure.toSorted((one, other) => other.value - one.value);
  const isApart = best?.interval != null && next?.interval != null && best.interval[0] > next.interval[1];
  const sentence =
    !best || !next
      ? say('saved_few')
      : isApart
        ? say('saved_best', { name: say(kindKey(best.kind)), kept: format.number(best.saved, 0), of: format.number(best.of, 0) })
        : say('saved_alike');
  return (
    <PageSection title={say('saved_title')}>
      <ChartFrame
        title={say('saved_title')}
        heading={null}
        sentence={sentence}
        period={null}
        table={{
          columns: [
            say('play'),
            { label: say('saved_kept'), kind: 'count' },
            { label: say('saved_cases'), kind: 'count' },
            ...[say('saved_value'), say('saved_from'), say('saved_to')].map((label) => ({ label, kind: 'rate' })),
          ],
          rows: rates.map(({ kind, saved, of, value, interval }) => [
            say(kindKey(kind)),
            saved,
            of,
            value,
            interval?.[0] ?? null,
            interval?.[1] ?? null,
          ]),
        }}
      >
        <IntervalDots
          unit="rate"
          whole={null}
          rows={rates.map(({ kind, value, interval, of, small }) => ({
            name: say(kindKey(kind)),
            value,
            ci: interval === null ? null : [interval[0], interval[1]],
            n: of,
            unsure: small,
          }))}
        />
      </ChartFrame>
      <p className={styles.note}>{say('saved_note', { from: format.day(from), to: format.day(to) })}</p>
    </PageSection>
  );
}

function OnePlay({
  play,
  kpi,
  scope,
  onEdit,
  onMoved,
}: {
  readonly play: Play;
  readonly kpi: string;
  readonly scope: string;
  readonly onEdit: (() => void) | null;
  readonly onMoved: () => void;
}) {
  const sayPlay = useWords(playsWords);
  const say = useWords(actionsWords);
  const served = play.kpis.slice(0, 4);
  const suits = [...play.rfm.map((one) => `rfm=${one}` as const), ...play.stages.map((one) => `stage=${one}` as const)];
  const nameOf = useAmongName();
  const format = useFormat();
  const first = kpi === '' ? (play.kpis[0]?.id ?? '') : kpi;
  return (
    <PageSection title={play.name} note={play.own ? `${say(kindKey(play.kind))} · ${sayPlay('own')}` : say(kindKey(play.kind))}>
      <div className={styles.play}>
        <p>{play.idea}</p>
        <ol>
          {play.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className={styles.note}>
          <b>{say('plays_measure')}:</b> {play.measure}
        </p>
        <p className={styles.note}>
          <b>{say('plays_serves')}:</b>{' '}
          {served.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ' · '}
              <Link to="/kpis/$id" params={{ id }}>
                {name}
              </Link>
            </span>
          ))}
        </p>
        {suits.length > 0 && (
          <p className={styles.note}>
            <b>{sayPlay('suitsShort')}:</b> {format.list(suits.map(nameOf))}
          </p>
        )}
        {play.own && onEdit && <OwnPlay play={play} onEdit={onEdit} onMoved={onMoved} />}
        {!ofCustomer.includes(play.kind) && !play.retired && (
          <div className={styles.does}>
            <ActButton
              about={{ play: play.id, kind: play.kind, kpi: first, title: play.name, ...(scope === '' ? {} : { scope }) }}
              label={say('plays_use')}
              name={`${say('plays_use')}: ${play.name}`}
            />
          </div>
        )}
      </div>
    </PageSection>
  );
}

/** The play book, or what of it suits a KPI or a segment, and what each play has brought. */
export function Plays() {
  const say = useWords(actionsWords);
  const sayArea = useWords(areaWords);
  const { language } = useLanguage();
  const company = useCompany();
  const { address, put } = useAddress(['for']);
  const [of = '', name = ''] = address.for.split(':');
  const kpi = of === 'kpi' ? name : '';
  const segment = of === 'segment' ? name : '';
  const sayPlay = useWords(playsWords);
  const mayWrite = useMay('catalogue.write');
  /** What is being written: a play of one's own, or a new one. */
  const [writing, setWriting] = useState<Play | 'new' | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const kpis = useOperation('kpis', { language });
  const { data, error, isPlaceholderData, refetch } = useOperation('plays', {
    language,
    ...(kpi === '' ? {} : { kpi }),
    ...(segment === '' ? {} : { segment }),
    ...(mayWrite ? { retired: true } : {}),
  });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
  const suggested = data.plays.filter((play) => !play.retired);
  const retired = data.plays.filter((play) => play.retired);
  const one = (play: Play) => (
    <OnePlay
      key={play.id}
      play={play}
      kpi={kpi}
      scope={segment === '' ? '' : `segment=${segment}`}
      onEdit={mayWrite ? () => setWriting(play) : null}
      onMoved={() => add.current?.focus()}
    />
  );
  return (
    <Updating active={isPlaceholderData}>
      <header className={styles.head}>
        <h1>{say('tab_plays')}</h1>
      </header>
      <div className={styles.bar}>
        <SelectField
          label={say('playsFor')}
          value={address.for}
          options={[{ value: '', label: say('plays_any') }]}
          groups={[
            { label: say('segments'), options: company.segments.map((one) => ({ value: `segment:${one}`, label: one })) },
            ...[...Map.groupBy(kpis.data?.kpis ?? [], ({ area }) => area)].map(([area, own]) => ({
              label: sayArea(area),
              options: own.map(({ id, name: label }) => ({ value: `kpi:${id}`, label })),
            })),
          ].filter((group) => group.options.length > 0)}
          onChange={(next) => put({ for: next })}
        />
        {mayWrite && (
          <PushButton ref={add} aria-expanded={writing === 'new'} onClick={() => setWriting('new')}>
            {sayPlay('add')}
          </PushButton>
        )}
      </div>
      <div className={styles.stack}>
        {data.saved && data.saved.rates.length > 0 && <SaveRates saved={data.saved} />}
        {writing !== null && (
          <Suspense fallback={<Skeleton height={420} />}>
            <PlayForm
              key={writing === 'new' ? 'new' : writing.id}
              play={writing === 'new' ? null : writing}
              kpi={kpi}
              onClose={() => {
                setWriting(null);
                add.current?.focus();
              }}
            />
          </Suspense>
        )}
        {suggested.length === 0 && <EmptyNotice is="noMatch">{say('plays_none')}</EmptyNotice>}
        <div className={styles.plays}>{suggested.map(one)}</div>
        {retired.length > 0 && (
          <>
            <h2>{sayPlay('retired')}</h2>
            <div className={styles.plays}>{retired.map(one)}</div>
          </>
        )}
      </div>
    </Updating>
  );
}
