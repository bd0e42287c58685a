import { useAddress } from '../../frame/address.ts';
import { AreaPage } from '../../parts/kpi-section/area-page.tsx';
import { useWords } from '../../words/language.ts';
import { peopleWords } from '../../words/people.ts';
import { Coaching } from './coaching.tsx';
import { Leaderboard } from './leaderboard.tsx';
import { OutcomePlot } from './outcome-plot.tsx';
import { type Role, roles } from './outcomes.ts';
import { TeamGoals } from './team-goals.tsx';

/** What people achieve, by their job and within the limits of chance; how even the team is; one person's view to prepare a conversation. */
export function Page() {
  const say = useWords(peopleWords);
  const { address, put } = useAddress(['job', 'coachee']);
  const role = roles.find((one) => one === address.job) ?? 'default';
  const choose = (job: Role): void => put({ job, coachee: '' });
  return (
    <AreaPage
      title={say('title')}
      groups={[
        {
          title: say('outcomes'),
          kpis: [],
          more: (end) => <OutcomePlot role={role} onRole={choose} end={end} />,
        },
        { id: 'leaderboard', title: null, kpis: [], more: (end) => <Leaderboard role={role} end={end} /> },
        { title: say('team'), kpis: ['performance_spread', 'coaching_uplift', 'success_profile', 'revenue_target_attainment'] },
        { id: 'goals', title: null, kpis: [], more: () => <TeamGoals /> },
        { id: 'coaching', title: null, kpis: [], more: (end) => <Coaching role={role} end={end} /> },
      ]}
    />
  );
}
