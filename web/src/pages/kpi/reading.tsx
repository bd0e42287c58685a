import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useToldIn } from '../../api/use-session.ts';
import type { View } from '../../frame/view.ts';
import { ActionsOf } from '../../parts/act/actions-of.tsx';
import { mainPart } from '../../parts/explanation/steps.ts';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { ToneTag } from '../../parts/tone-tag/tone-tag.tsx';
import { useDimensionName } from '../../words/dimensions.ts';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { useValueName } from '../../words/values.ts';
import type { KpiWhole } from './kpi-page.tsx';
import styles from './reading.module.css';
import { useExplained } from './use-explained.ts';

interface Props {
  readonly kpi: KpiWhole;
  readonly card: Card | null;
  readonly view: View;
  readonly where: NonNullable<OperationInput<'read'>['where']>;
}

/** What the rules say of this KPI now, and what a rise or a fall would mean. */
export function Reading({ kpi, card, view, where }: Props) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const parts = useWords(partsWords);
  const nameOf = useDimensionName();
  const valueName = useValueName();
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation(
    'read',
    {
      kpis: [kpi.id],
      language,
      ...useToldIn(),
      where,
      ...(view.to ? { to: view.to } : {}),
      ...(view.grain ? { grain: view.grain } : {}),
    },
    { later: true },
  );
  // What the value's own history calls noise is not to be acted upon.
  const readings = (data?.readings ?? []).filter(
    ({ rule, outcome }) => !(rule === 'direction' && outcome !== 'noise' && card?.move === 'noise'),
  );
  const explained = useExplained(card, view, where);
  const part = explained.data && !explained.error ? mainPart(explained.data.dimensions) : null;
  const change = explained.data?.change ?? 0;
  const alike = format.alike(part ? [part.effect, change] : [], card?.unit ?? kpi.unit);
  /** Where a rule says only that the value moved: what moved it, as the explanation below has it. */
  const seen = part
    ? say('seenPart', {
        group: part.group === null ? parts('unknownGroup') : valueName(part.group),
        dimension: nameOf(part.dimension),
        effect: alike.difference(part.effect),
        change: alike.difference(change),
      })
    : null;
  return (
    <PageSection title={say('reading')} id="reading">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={120} />}
      {data && (
        <ul className={styles.list}>
          {readings.length === 0 && <li>{say('readingNone')}</li>}
          {readings.map(({ rule, outcome, tone, says, next }) => (
            <li key={rule} className={styles.item}>
              <ToneTag is={tone} />
              <p>{format.sentence(says)}</p>
              <p className={styles.next}>
                {(rule === 'direction' && (outcome === 'rise' || outcome === 'fall') && seen) || format.sentence(next)}
              </p>
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
      <ActionsOf asked={{ kpi: kpi.id }} className={styles.acts} />
    </PageSection>
  );
}
