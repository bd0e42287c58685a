import { Link } from '@tanstack/react-router';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { catalogueWords } from '../../../words/catalogue.ts';
import { useWords } from '../../../words/language.ts';
import { useMissing } from '../../../words/missing.ts';
import { Computable } from '../computable/computable.tsx';
import styles from './kpi-group.module.css';
import type { Kpi } from './shown-kpis.ts';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly kpis: readonly Kpi[];
}

/** The KPIs of one area, class or tag, one line each. */
export function KpiGroup({ id, name, kpis }: Props) {
  const say = useWords(catalogueWords);
  const missingOf = useMissing();
  return (
    <PageSection
      id={id}
      title={name}
      note={say('groupNote', { computable: kpis.filter(({ computable }) => computable).length, all: kpis.length })}
      className={styles.group}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('kpi')}</th>
            <th scope="col">{say('direction')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('hasData')}</th>
          </tr>
        </thead>
        <tbody>
          {kpis.map((kpi) => (
            <tr key={kpi.id}>
              <th scope="row">
                <Link to="/kpis/$id" params={{ id: kpi.id }} className={styles.name}>
                  {kpi.name}
                </Link>
                {kpi.own && <small className={styles.chip}>{say(kpi.status === 'draft' ? 'draft' : 'own')}</small>}
                <small className={styles.question}>{kpi.question}</small>
              </th>
              <td>{say(`direction_${kpi.direction}`)}</td>
              <td>
                {say(`nature_${kpi.nature}`)} · {say(`timing_${kpi.timing}`)}
              </td>
              <td>
                <Computable is={kpi.computable} />
                {kpi.retired && <span className={styles.missing}>{say('retired')}</span>}
                {!kpi.computable && <span className={styles.missing}>{missingOf(kpi.missing)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </PageSection>
  );
}
