import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import type { View } from '../../frame/view.ts';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import { isExplained } from '../../parts/explanation/steps.ts';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton } from '../../parts/state-notice/state-notice.tsx';
import { boardWords } from '../../words/board.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import styles from './why.module.css';

/** How the change that weighs most comes about. One that cannot be split into parts gives way to the next. */
export const Why = memo(function Why({ lead, view }: { readonly lead: readonly Card[]; readonly view: View }) {
  const say = useWords(boardWords);
  const format = useFormat();
  const [passed, setPassed] = useState<readonly string[]>([]);
  // How far a value is from its target has no parts.
  const changed = lead.filter(({ compared, unexplained }) => compared?.against === 'period' && compared.change && unexplained === null);
  const card = changed.find(({ id }) => !passed.includes(id)) ?? null;
  const { data, error } = useOperation(
    'explain',
    {
      kpi: card?.id ?? '-',
      from: card?.now.period.start ?? '',
      to: card?.now.period.end ?? '',
      where: conditionsOf(view),
      ...(card?.compared?.against === 'period' ? { against: { from: card.compared.period.start, to: card.compared.period.end } } : {}),
      ...(view.asOf ? { asOf: view.asOf } : {}),
    },
    { enabled: card !== null, keep: false },
  );
  const told = data ? isExplained(data.dimensions) : false;
  if (card && !passed.includes(card.id) && (error || (data && !told))) setPassed([...passed, card.id]);
  if (!card) return null;
  const base = card.compared ? format.period(card.compared.period, card.grain) : '';
  return (
    <PageSection title={say('why')} note={`${card.name}, ${base} → ${format.period(card.now.period, card.grain)}`}>
      {data && told ? <Explanation explained={data} kpi={card} heading={null} /> : <Skeleton height={240} />}
      <p className={styles.more}>
        <Link to="/kpis/$id" params={{ id: card.id }} hash="explanation">
          {say('explainOther')}
        </Link>
        <Link to="/kpis/$id" params={{ id: card.id }}>
          {say('seeKpi')}
        </Link>
      </p>
    </PageSection>
  );
});
