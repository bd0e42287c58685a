import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { useMissing } from '../../../words/missing.ts';
import { ownBoardWords } from '../../../words/own-board.ts';
import styles from './absent-card.module.css';
import type { Absence } from './places.ts';

/** Why a KPI of the board has no figure, in so many words. */
export function useAbsence(): (absence: Absence) => string {
  const say = useWords(ownBoardWords);
  const missing = useMissing();
  const format = useFormat();
  return (absence) => {
    if (absence.why === 'missing') return say('missing', { what: missing(absence.missing) });
    if (absence.why === 'retired') {
      const { on, reason } = absence.retired;
      const day = format.day(on);
      return reason === null ? say('retired', { day }) : say('retiredWhy', { day, reason });
    }
    return absence.why === 'failed' ? say('failed', { code: absence.code }) : say(absence.why);
  };
}

interface Props {
  readonly kpi: string;
  readonly name: string;
  readonly absence: Absence;
}

/** Stands where a card would: the KPI, why it has no figure, and where to look. */
export function AbsentCard({ kpi, name, absence }: Props) {
  const say = useWords(ownBoardWords);
  const told = useAbsence();
  const isKnown = absence.why !== 'unknown';
  return (
    <article className={styles.card} aria-label={name}>
      <h3>{isKnown ? name : <code>{name}</code>}</h3>
      <p className={styles.why}>{told(absence)}</p>
      {absence.why === 'retired' && absence.retired.replaced_by && (
        <p className={styles.why}>
          {say('instead')}{' '}
          <Link to="/kpis/$id" params={{ id: absence.retired.replaced_by.id }}>
            {absence.retired.replaced_by.name}
          </Link>
        </p>
      )}
      <footer className={styles.more}>
        {isKnown ? (
          <Link to="/kpis/$id" params={{ id: kpi }} aria-label={`${say('seeKpi')}: ${name}`}>
            {say('seeKpi')}
          </Link>
        ) : (
          <Link to="/kpis">{say('seeCatalogue')}</Link>
        )}
      </footer>
    </article>
  );
}
