import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useCompany } from '../../api/use-company.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useAddress } from '../../frame/address.ts';
import { ActButton } from '../../parts/act/act-button.tsx';
import { kindKey } from '../../parts/act/kind-key.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { IntervalDots } from '../../parts/interval-dots/interval-dots.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { actionsWords } from '../../words/actions.ts';
import { areaWords } from '../../words/areas.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import styles from './actions-page.module.css';

type Saved = NonNullable<OperationOutput<'plays'>['saved']>;
/** What is done with one customer begins on that customer's page. */
const ofCustomer = ['call', 'promotion', 'gift', 'escalation'];

type Play = OperationOutput<'plays'>['plays'][number];

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

function OnePlay({ play, kpi, scope }: { readonly play: Play; readonly kpi: string; readonly scope: string }) {
  const say = useWords(actionsWords);
  const served = play.kpis.slice(0, 4);
  const first = kpi === '' ? (play.kpis[0]?.id ?? '') : kpi;
  return (
    <PageSection title={play.name} note={say(kindKey(play.kind))}>
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
        {!ofCustomer.includes(play.kind) && (
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
  const kpis = useOperation('kpis', { language });
  const { data, error, isPlaceholderData, refetch } = useOperation('plays', {
    language,
    ...(kpi === '' ? {} : { kpi }),
    ...(segment === '' ? {} : { segment }),
  });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
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
      </div>
      <div className={styles.stack}>
        {data.saved && data.saved.rates.length > 0 && <SaveRates saved={data.saved} />}
        {data.plays.length === 0 && <EmptyNotice is="noMatch">{say('plays_none')}</EmptyNotice>}
        <div className={styles.plays}>
          {data.plays.map((play) => (
            <OnePlay key={play.id} play={play} kpi={kpi} scope={segment === '' ? '' : `segment=${segment}`} />
          ))}
        </div>
      </div>
    </Updating>
  );
}
