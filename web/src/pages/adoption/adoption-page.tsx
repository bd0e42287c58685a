import { AreaPage } from '../../parts/kpi-section/area-page.tsx';
import { adoptionWords } from '../../words/adoption.ts';
import { useWords } from '../../words/language.ts';

const teams = ['user.team', 'user.office', 'user.role'];

/** How the CRM is used: who works with it, how much of their work is in it, and how good is what they write. Teams, never persons. */
export function Page() {
  const say = useWords(adoptionWords);
  return (
    <AreaPage
      title={say('title')}
      groups={[
        {
          title: say('use'),
          kpis: ['crm_adoption_rate', 'crm_usage_depth', 'data_leverage_rate', 'nurturing_tool_use'],
          charts: [
            { kpi: 'crm_adoption_rate', dimensions: teams, months: 0 },
            { kpi: 'data_leverage_rate', dimensions: teams, months: 0 },
          ],
        },
        {
          title: say('quality'),
          kpis: ['data_accuracy', 'duplicate_rate', 'data_training_coverage', 'bad_data_cost'],
          charts: [
            { kpi: 'crm_usage_depth', variant: 'filled_fields', title: say('filled'), dimensions: ['entity', 'field'], months: 1 },
            { kpi: 'data_training_coverage', dimensions: teams, months: 0 },
          ],
        },
      ]}
    />
  );
}
