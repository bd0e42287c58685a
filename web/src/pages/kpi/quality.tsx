import { reasonWords } from '../../../../src/i18n/reasons.ts';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { useMissing } from '../../words/missing.ts';
import type { KpiWhole } from './kpi-page.tsx';
import styles from './quality.module.css';

/** How far the figure can be trusted: what could be used, up to when, how many, and what to mind. */
export function Quality({ kpi, card }: { readonly kpi: KpiWhole; readonly card: Card | null }) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const { language } = useLanguage();
  const missing = useMissing();
  const facts = card && [
    { name: say('usable'), value: format.share(card.now.coverage), help: say('usableHelp') },
    { name: say('freshness'), value: card.now.watermark ? format.moment(card.now.watermark) : '–', help: null },
    {
      name: say('minimum'),
      value: say('minimumNow', { n: format.number(card.now.n, 0), minimum: format.number(kpi.minimum_sample, 0) }),
      help: say('minimumHelp'),
    },
    { name: say('notes'), value: card.now.reasons.length === 0 ? say('noNotes') : reasonWords(card.now.reasons, language), help: null },
    { name: say('needs'), value: missing(kpi.needs.map((need) => (typeof need === 'string' ? need : need.join('|')))), help: null },
  ];
  return (
    <PageSection title={say('quality')} id="quality">
      {facts ? (
        <dl className={styles.facts}>
          {facts.map(({ name, value, help }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
              {help && <dd className={styles.help}>{help}</dd>}
            </div>
          ))}
        </dl>
      ) : (
        <Skeleton height={72} />
      )}
    </PageSection>
  );
}
