import { Link } from '@tanstack/react-router';
import type { ApiError } from '../../api/error.ts';
import { useMay } from '../../api/use-session.ts';
import { useView } from '../../frame/view.ts';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { EmptyNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useWords } from '../../words/language.ts';
import type { KpiWhole } from './kpi-page.tsx';
import styles from './refused.module.css';

/** What the server refuses to explain because there is nothing to explain, not because something broke. */
const known = ['not_explainable', 'nothing_to_compare', 'small_group', 'no_rights'] as const;
export type Refusal = (typeof known)[number];

export const refusalOf = ({ code }: ApiError): Refusal | null => known.find((one) => one === code) ?? null;

interface Props {
  readonly refusal: Refusal;
  readonly kpi: KpiWhole;
  readonly card: Card;
}

/** A change that cannot be told by parts: why, and what can be done instead. */
export function Refused({ refusal, kpi, card }: Props) {
  const say = useWords(kpiWords);
  const format = useFormat();
  const { view, change } = useView();
  const mayRecords = useMay('records.read');
  if (refusal === 'no_rights') return <EmptyNotice is="noRights">{say('refused_no_rights')}</EmptyNotice>;
  const { id, drill_by, dimensions, variant_labels, pairs } = kpi;
  const before = card.compared ? format.period(card.compared.period, card.grain) : '–';
  const isSplit = refusal === 'not_explainable' && drill_by.some((name) => dimensions.includes(name));
  const to = (hash: string, text: string) => (
    <li>
      <Link to="/kpis/$id" params={{ id }} search={(search: Readonly<Record<string, unknown>>) => search} hash={hash}>
        {text}
      </Link>
    </li>
  );
  return (
    <div className={styles.refused}>
      <h3>{say(`refused_${refusal}_title`)}</h3>
      <p>{say(`refused_${refusal}`, { before })}</p>
      <p className={styles.instead}>{say('insteadTitle')}</p>
      <ul>
        {isSplit && to('segments', say('insteadSegments'))}
        {refusal === 'nothing_to_compare' && view.compare !== 'year' && (
          <li>
            <PushButton look="quiet" className={styles.button} onClick={() => change({ compare: 'year' })}>
              {say('insteadYear')}
            </PushButton>
          </li>
        )}
        {refusal === 'small_group' && <li>{say('insteadWider')}</li>}
        {mayRecords && refusal !== 'small_group' && to('records', say('insteadRecords'))}
        {refusal === 'not_explainable' && Object.keys(variant_labels).length > 1 && to('definition', say('insteadVariants'))}
        {refusal === 'not_explainable' && pairs.partner && (
          <li>
            <Link to="/kpis/$id" params={{ id: pairs.partner }} hash="explanation">
              {say('insteadPartner')}
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}
