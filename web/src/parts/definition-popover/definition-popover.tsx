import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { SheetButton } from '../on-demand/sheet-button.tsx';
import { TroubleText } from '../trouble-text/trouble-text.tsx';
import styles from './definition-popover.module.css';

/** ⓘ: what a KPI is, by a click or Enter; Esc closes and the focus goes back. The definition is fetched when asked for. */
export const DefinitionPopover = memo(function DefinitionPopover({ kpi, name }: { readonly kpi: string; readonly name: string }) {
  const say = useWords(partsWords);
  return (
    <SheetButton
      width={340}
      position="bottom-end"
      label={say('definitionOf', { kpi: name })}
      className={styles.sheet}
      button={
        <button type="button" className={styles.button} aria-label={say('definitionOf', { kpi: name })}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" fill="none" stroke="currentColor">
            <circle cx="7" cy="7" r="6" />
            <path d="M7 6v4M7 3.6v1" strokeWidth="1.4" />
          </svg>
        </button>
      }
      sheet={() => (
        <>
          <h4>{name}</h4>
          <Definition kpi={kpi} />
          <Link to="/kpis/$id" params={{ id: kpi }} hash="definition">
            {say('wholeDefinition')}
          </Link>
        </>
      )}
    />
  );
});

function Definition({ kpi: id }: { readonly kpi: string }) {
  const say = useWords(partsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { data, error } = useOperation('kpis', { id, language }, { keep: false });
  const reviews = useOperation('reviews', { kpi: id, language }, { keep: false });
  const review = reviews.data?.reviews[0];
  const kpi = data?.kpis[0];
  if (error) {
    return (
      <p>
        <TroubleText error={error} />
      </p>
    );
  }
  if (!kpi || !('texts' in kpi)) return <p className={styles.loading}>{say('loading')}</p>;
  return (
    <>
      <p>{kpi.texts.definition}</p>
      <dl className={styles.facts}>
        <dt>{say('formula')}</dt>
        <dd>{kpi.formula}</dd>
        <dt>{say('variant')}</dt>
        <dd>{kpi.variant_labels[kpi.default_variant] ?? kpi.default_variant}</dd>
        <dt>{say('version')}</dt>
        <dd>
          {say('versionSince', { number: kpi.version.number, day: format.day(kpi.version.since) })}
          {review && ` · ${say('reviewOn', { day: format.day(review.next_on) })}`}
        </dd>
        {review?.owner && (
          <>
            <dt>{say('owner')}</dt>
            <dd>{review.owner.name}</dd>
          </>
        )}
        <dt>{say('caveats')}</dt>
        <dd>{kpi.texts.caveats}</dd>
      </dl>
    </>
  );
}
