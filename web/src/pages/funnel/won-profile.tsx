import { useOperation } from '../../api/use-operation.ts';
import { KpiByDimension } from '../../parts/kpi-section/kpi-by-dimension.tsx';
import { funnelWords } from '../../words/funnel.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import styles from './funnel-page.module.css';

/** What deals have that is told when they begin, in the order in which it is worth looking at. */
const traits = ['product.name', 'account.industry', 'account.segment', 'account.size', 'lead.source', 'campaign.name', 'type'];

/** Which traits of a deal go with winning it more often, and sooner: what to do more of. */
export function WonProfile({ end }: { readonly end: string }) {
  const say = useWords(funnelWords);
  const { language } = useLanguage();
  const { data } = useOperation('kpis', { id: 'opportunity_conversion_rate', language });
  if (data?.kpis[0]?.computable === false) return null;
  return (
    <section className={styles.page} aria-labelledby="won-profile">
      <header>
        <h2 id="won-profile">{say('profile')}</h2>
        <p className={styles.help}>{say('profileHelp')}</p>
      </header>
      <div className={styles.halves}>
        <KpiByDimension kpi="opportunity_conversion_rate" dimensions={traits} end={end} />
        <KpiByDimension kpi="sales_cycle_length" dimensions={traits} end={end} />
      </div>
    </section>
  );
}
