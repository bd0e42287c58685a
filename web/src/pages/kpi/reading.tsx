import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import type { View } from '../../frame/view.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { ToneTag } from '../../parts/tone-tag/tone-tag.tsx';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import type { KpiWhole } from './kpi-page.tsx';
import styles from './reading.module.css';

interface Props {
  readonly kpi: KpiWhole;
  readonly view: View;
  readonly where: NonNullable<OperationInput<'read'>['where']>;
}

/** What the rules say of this KPI now, and what a rise or a fall would mean. */
export function Reading({ kpi, view, where }: Props) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation('read', {
    kpis: [kpi.id],
    language,
    where,
    ...(view.to ? { to: view.to } : {}),
    ...(view.grain ? { grain: view.grain } : {}),
  });
  return (
    <PageSection title={say('reading')} id="reading">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={120} />}
      {data && (
        <ul className={styles.list}>
          {data.readings.length === 0 && <li>{say('readingNone')}</li>}
          {data.readings.map(({ rule, tone, says, next }) => (
            <li key={rule} className={styles.item}>
              <ToneTag is={tone} />
              <p>{format.sentence(says)}</p>
              <p className={styles.next}>{format.sentence(next)}</p>
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.guide}>
        <dt>{say('rise')}</dt>
        <dd>{kpi.texts.rise}</dd>
        <dt>{say('fall')}</dt>
        <dd>{kpi.texts.fall}</dd>
      </dl>
    </PageSection>
  );
}
