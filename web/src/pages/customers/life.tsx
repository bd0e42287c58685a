import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { ActButton } from '../../parts/act/act-button.tsx';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { HeatTable } from '../../parts/heat-table/heat-table.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton } from '../../parts/state-notice/state-notice.tsx';
import { customersWords } from '../../words/customers.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';

type Life = OperationOutput<'lifecycle'>;

/** How many accounts are in each stage, and which went where in the period. */
export function Life({ data }: { readonly data: Life | undefined }) {
  const say = useWords(customersWords);
  const format = useFormat();
  if (!data) return <Skeleton height={300} />;
  const { stages, transitions, query } = data;
  const nameOf = (stage: Life['transitions'][number]['from']): string => say(stage === null ? 'stage_none' : `stage_${stage}`);
  const ends = [...stages.map(({ stage }) => stage), null];
  const between = (from: (typeof ends)[number], to: (typeof ends)[number]): number =>
    transitions.find((one) => one.from === from && one.to === to)?.accounts ?? 0;
  const customer = stages.find(({ stage }) => stage === 'customer');
  const stayed = between('customer', 'customer');
  const begins = ends.filter((from) => ends.some((to) => between(from, to) > 0));
  const closes = ends.filter((to) => ends.some((from) => between(from, to) > 0));
  return (
    <PageSection
      title={say('life')}
      note={query.at && query.from && say('lifeNote', { before: format.day(dayBefore(query.from)), after: format.day(query.at) })}
      id="life"
      actions={<ActButton about={{ among: 'stage=lapsed' }} />}
    >
      <ChartFrame
        title={say('life')}
        heading={null}
        sentence={
          customer &&
          say('lifeSays', {
            customers: format.number(customer.after, 0),
            change: format.difference(customer.after - customer.before, 'count'),
            gained: format.number(customer.after - stayed, 0),
            lost: format.number(customer.before - stayed, 0),
          })
        }
        table={{
          columns: [
            say('stage'),
            { label: say('before'), kind: 'count' },
            { label: say('after'), kind: 'count' },
            { label: say('change'), kind: 'count', signed: true },
          ],
          rows: stages.map(({ stage, before, after }) => [nameOf(stage), before, after, after - before]),
        }}
      >
        <HeatTable
          caption={say('moves')}
          corner={say('moveFrom')}
          columns={[...closes.map((to) => `→ ${nameOf(to)}`), say('before')]}
          rows={[
            ...begins.map((from) => ({
              name: nameOf(from),
              cells: [
                ...closes.map((to) => {
                  const accounts = between(from, to);
                  return {
                    // Who stayed is most of them; what moved is what is to be seen.
                    value: accounts === 0 || from === to ? null : accounts,
                    text: accounts === 0 ? '' : format.number(accounts, 0),
                    full: say('moveTo', { from: nameOf(from), to: nameOf(to) }),
                  };
                }),
                {
                  value: null,
                  text: from === null ? '' : format.number(stages.find(({ stage }) => stage === from)?.before ?? 0, 0),
                  isTotal: true,
                },
              ],
            })),
            {
              name: say('after'),
              cells: [
                ...closes.map((to) => ({
                  value: null,
                  text: to === null ? '' : format.number(stages.find(({ stage }) => stage === to)?.after ?? 0, 0),
                  isTotal: true,
                })),
                { value: null, text: '' },
              ],
            },
          ]}
        />
      </ChartFrame>
    </PageSection>
  );
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
