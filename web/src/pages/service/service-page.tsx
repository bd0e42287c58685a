import { AreaPage } from '../../parts/kpi-section/area-page.tsx';
import { PairedSeries } from '../../parts/paired-series/paired-series.tsx';
import { useWords } from '../../words/language.ts';
import { serviceWords } from '../../words/service.ts';
import { OpenNow } from './open-now.tsx';
import { ProductPairs } from './product-pairs.tsx';

const ticketDimensions = ['channel', 'topic', 'type', 'priority', 'owner.name', 'product.name'];
const answerDimensions = ['touchpoint', 'product.name', 'account.segment', 'owner.name'];

/** What the company does itself, and what customers make of it. */
const operations = ['on_time_delivery', 'delivery_lead_time', 'first_response_time', 'avg_resolution_time', 'fcr', 'cases_handled'];
const perception = ['csat', 'nps', 'ces', 'complaints'];

/** How customers are served: cases, what customers say, and whether products arrive when promised. */
export function Page() {
  const say = useWords(serviceWords);
  return (
    <AreaPage
      title={say('title')}
      first={<OpenNow />}
      groups={[
        {
          title: say('tickets'),
          kpis: [
            'cases_handled',
            'first_response_time',
            'avg_resolution_time',
            'resolution_rate',
            'fcr',
            'reopen_rate',
            'self_service_rate',
            'complaints',
          ],
          charts: [
            { kpi: 'fcr', dimensions: ticketDimensions },
            { kpi: 'first_response_time', dimensions: ['channel', 'topic', 'type', 'priority', 'product.name'] },
          ],
        },
        {
          title: say('deliveries'),
          kpis: ['on_time_delivery', 'delivery_lead_time', 'promise_kept_rate', 'service_sales_lag'],
          more: (end) => (
            <>
              <ProductPairs end={end} />
              <PairedSeries first="on_time_delivery" second="total_sales" firsts={operations} seconds={[...perception, 'total_sales']} />
            </>
          ),
        },
        {
          title: say('perception'),
          kpis: ['csat', 'nps', 'ces', 'survey_response_rate'],
          charts: [
            { kpi: 'csat', dimensions: answerDimensions },
            { kpi: 'nps', dimensions: ['account.segment', 'touchpoint', 'product.name'] },
          ],
        },
      ]}
    />
  );
}
