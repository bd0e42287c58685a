import { Link } from '@tanstack/react-router';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useCompany } from '../../api/use-company.ts';
import { useAddress } from '../../frame/address.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import { DimensionPicker } from '../../parts/dimension-picker/dimension-picker.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { campaignsWords } from '../../words/campaigns.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { useValueName } from '../../words/values.ts';
import { BadLeads } from './bad-leads.tsx';
import { CampaignTable } from './campaign-table.tsx';
import styles from './campaigns-page.module.css';
import { Effectiveness } from './effectiveness.tsx';
import { measures, names, rowsOf, standing } from './facts.ts';
import { useFigures } from './use-figures.ts';

const kpis = Object.values(measures).map(({ kpi }) => kpi);
const withCpa = [...kpis, 'cpa'];

/** A year up to a day: campaigns take long to show what they bring. */
function yearBefore(end: string): string {
  const [year = 0, month = 1, day = 1] = end.split('-').map(Number);
  return new Date(Date.UTC(year - 1, month - 1, day + 1)).toISOString().slice(0, 10);
}

const inFront = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How campaigns and channels do beside each other, what an outcome costs, and what brought bad leads. */
export function Page() {
  const say = useWords(campaignsWords);
  const format = useFormat();
  const valueName = useValueName();
  const company = useCompany();
  const { view } = useView();
  const { address, put } = useAddress(['by', 'measure']);
  const by = address.by === 'channel' ? 'channel' : 'name';
  const dimension = `campaign.${by}`;
  const to = view.to ?? company.last_day ?? '';
  const from = view.from ?? (to === '' ? '' : yearBefore(to));
  const asked = {
    grain: 'total',
    from,
    to,
    where: conditionsOf(view),
    periods: 'partial',
    ...(view.asOf ? { asOf: view.asOf } : {}),
  } as const satisfies Omit<OperationInput<'query'>, 'kpis'>;
  const each = useFigures(kpis, { ...asked, by: [dimension] }, { enabled: to !== '' });
  const all = useFigures(withCpa, asked, { enabled: to !== '' });
  const error = each.error ?? all.error;
  if (company.version !== '' && company.last_day === null) return <NoCampaigns />;
  if (error && !(each.cells && all.cells))
    return (
      <TroubleNotice
        error={error}
        onRetry={() => {
          each.refetch();
          all.refetch();
        }}
      />
    );
  if (!each.cells || !all.cells) return <Skeleton height={640} />;
  const rows = rowsOf(each.cells, dimension).map((row) => (by === 'channel' ? { ...row, name: inFront(valueName(row.name)) } : row));
  const whole = new Map(all.cells.map((cell) => [cell.kpi, cell]));
  if (rows.length === 0) return <NoCampaigns />;
  const qualifiedWhole = whole.get(measures.qualified.kpi)?.value ?? null;
  const bad = rows.filter(({ of }) => standing(of.qualified, qualifiedWhole) < 0);
  const convertedWhole = whole.get(measures.converted.kpi)?.value ?? null;
  const [best] = rows
    .filter(({ of }) => standing(of.converted, convertedWhole) > 0)
    .toSorted((left, right) => (right.of.converted?.value ?? 0) - (left.of.converted?.value ?? 0));
  const [worst] = bad;
  const unreached = names.filter((name) => each.unreached.includes(measures[name].kpi)).map((name) => say(name));
  const cpa = whole.get('cpa')?.value ?? null;
  return (
    <Updating active={each.isUpdating || all.isUpdating}>
      <header className={styles.head}>
        <div>
          <h1>
            {worst && bad.length === 1
              ? say('titleBad', { name: worst.name, rate: format.value(worst.of.qualified?.value ?? 0, 'rate') })
              : bad.length > 1
                ? say('titleBadMany', { count: bad.length })
                : best
                  ? say('titleBest', { name: best.name, rate: format.value(best.of.converted?.value ?? 0, 'rate') })
                  : say('titleEven')}
          </h1>
          <p>{say('lead', { from: format.day(from), to: format.day(to) })}</p>
        </div>
        <DimensionPicker
          label={say('by')}
          value={by}
          set={by !== 'name'}
          options={(['name', 'channel'] as const).map((value) => ({ value, label: say(`by_${value}`) }))}
          onChange={(value) => put({ by: value === 'name' ? '' : value })}
        />
      </header>
      {unreached.length > 0 && <p className={styles.unreached}>{say('unreached', { list: format.list(unreached) })}</p>}
      <div className={styles.two}>
        <Effectiveness rows={rows} whole={whole} by={by} measure={address.measure} onMeasure={(measure) => put({ measure })} />
        <BadLeads bad={bad} whole={whole} dimension={dimension} asked={asked} />
      </div>
      <CampaignTable rows={rows} by={by} />
      {cpa !== null && (
        <p className={styles.cpa}>
          {say('cpa', { value: format.value(cpa, 'money') })}{' '}
          <Link to="/kpis/$id" params={{ id: 'cpa' }}>
            {say('seeKpi')}
          </Link>
        </p>
      )}
    </Updating>
  );
}

function NoCampaigns() {
  const say = useWords(campaignsWords);
  return (
    <>
      <h1>{say('effectiveness')}</h1>
      <EmptyNotice is="noData" action={<Link to="/data">{say('import')}</Link>}>
        {say('noCampaigns')}
      </EmptyNotice>
    </>
  );
}
