import { useOperation } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { DimensionPicker } from '../../parts/dimension-picker/dimension-picker.tsx';
import { IntervalDots } from '../../parts/interval-dots/interval-dots.tsx';
import { KpiCards } from '../../parts/kpi-section/kpi-cards.tsx';
import { stretchOf } from '../../parts/kpi-section/stretch.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { peopleWords } from '../../words/people.ts';
import { outcomesOf, type Role } from './outcomes.ts';
import styles from './people-page.module.css';
import { useOutcomes } from './use-outcomes.ts';

/** What a conversation is about, by job: what comes of the work, never how busy someone was. */
const kpisOf: Readonly<Record<Role, readonly string[]>> = {
  default: ['opportunity_conversion_rate', 'sales_cycle_length', 'avg_opportunity_value', 'quote_to_order_rate'],
  service: ['fcr', 'csat', 'reopen_rate', 'first_response_time'],
  marketing: ['lead_qualification_rate', 'campaign_conversion_rate', 'cpl'],
};
const quartersBack = 24;

/** Who sees one person: that person (own rows) and who leads them (their team's rows); not those who see all without leading anybody. */
function useMayCoach(): { readonly may: boolean; readonly sample: boolean } {
  const { kind, role, rows, sample } = useSession();
  const leads = rows !== null && rows.kind !== 'all';
  return { may: leads || role === 'owner' || (sample && kind === 'guest'), sample: sample && kind === 'guest' };
}

/** One person's outcome over time and their KPIs, to prepare a conversation. The rows that the reader may see decide whom there is to choose. */
export function Coaching({ role, end }: { readonly role: Role; readonly end: string }) {
  const say = useWords(peopleWords);
  const { may, sample } = useMayCoach();
  const { outcomes } = useOutcomes(role, end);
  const { address, put } = useAddress(['coachee']);
  const asked = outcomes.find(({ name }) => name === address.coachee);
  const person = (asked ?? (outcomes.length === 1 ? outcomes[0] : undefined))?.name ?? null;
  const names = outcomes.map(({ name }) => name).toSorted(new Intl.Collator().compare);
  if (!may) {
    return (
      <PageSection title={say('coaching')} note={say('coachingNote')}>
        <EmptyNotice is="noRights">{say('coachingPrivate')}</EmptyNotice>
      </PageSection>
    );
  }
  return (
    <PageSection
      title={say('coaching')}
      note={sample ? say('coachingSample') : say('coachingNote')}
      look="bare"
      actions={
        names.length > 1 && (
          <DimensionPicker
            label={say('person')}
            value={person ?? ''}
            options={names.map((value) => ({ value, label: value }))}
            onChange={(coachee) => put({ coachee })}
          />
        )
      }
    >
      {person === null ? (
        <p className={styles.note}>{say(names.length > 0 ? 'choose' : 'none')}</p>
      ) : (
        <One key={person} person={person} role={role} end={end} />
      )}
    </PageSection>
  );
}

function One({ person, role, end }: { readonly person: string; readonly role: Role; readonly end: string }) {
  const say = useWords(peopleWords);
  const format = useFormat();
  const cards = useOperation('board', {
    kpis: [...kpisOf[role]],
    // A month of one person is too little to say anything.
    grain: 'quarter',
    where: [{ dimension: 'owner.name', op: '=', value: person }],
  });
  const quarters = useOperation('query', {
    kpis: ['rep_performance'],
    variant: role,
    grain: 'quarter',
    ...stretchOf({}, end, quartersBack),
  });
  const told = quarters.data && 'cells' in quarters.data ? outcomesOf(quarters.data.cells).outcomes : [];
  const rows = told.filter(({ name }) => name === person).toSorted((left, right) => left.period.start.localeCompare(right.period.start));
  const last = rows.at(-1);
  const title = say('quarters', { name: person });
  return (
    <div className={styles.coaching}>
      <PageSection title={title}>
        {quarters.error && !quarters.data && <TroubleNotice error={quarters.error} onRetry={() => void quarters.refetch()} />}
        {!quarters.data && !quarters.error && <Skeleton height={180} />}
        {quarters.data && !last && <EmptyNotice is="noData">{say('quartersNone')}</EmptyNotice>}
        {last && (
          <ChartFrame
            title={title}
            heading={null}
            sentence={say('quartersSays', { value: format.value(last.adjusted, 'rate'), n: format.number(last.n, 0) })}
            table={{
              columns: [
                say('quarter'),
                { label: say('cases'), kind: 'count' },
                ...[say('result'), say('adjusted'), say('from'), say('to')].map((label) => ({ label, kind: 'rate' })),
              ],
              rows: rows.map(({ period, n, raw, adjusted, ci }) => [
                format.period(period, 'quarter'),
                n,
                raw,
                adjusted,
                ci?.[0] ?? null,
                ci?.[1] ?? null,
              ]),
            }}
          >
            <IntervalDots
              unit="rate"
              whole={null}
              rows={rows.map(({ period, adjusted, ci, n }) => ({
                name: format.period(period, 'quarter'),
                value: adjusted,
                ci,
                n,
                unsure: n < 10,
              }))}
            />
          </ChartFrame>
        )}
      </PageSection>
      {cards.error && !cards.data && <TroubleNotice error={cards.error} onRetry={() => void cards.refetch()} />}
      {!cards.data && !cards.error && <Skeleton height={252} />}
      {cards.data && <KpiCards cards={cards.data.cards} />}
    </div>
  );
}
