import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { entityWords } from '../../../../src/i18n/entities.ts';
import { useOperation } from '../../api/use-operation.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice } from '../../parts/state-notice/state-notice.tsx';
import { TableScroller } from '../../parts/table-scroller/table-scroller.tsx';
import { dataWords } from '../../words/data.ts';
import { useFieldName } from '../../words/fields.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import styles from './data-page.module.css';
import { gapsOf } from './gaps.ts';

const shownKpis = 4;

/** Which KPIs the data give, and what would give more. */
export function Coverage({ kpis }: { readonly kpis: OperationOutput<'check'>['kpis'] }) {
  const say = useWords(dataWords);
  const format = useFormat();
  const fieldName = useFieldName();
  const { language } = useLanguage();
  const names = new Map((useOperation('kpis', { language }).data?.kpis ?? []).map(({ id, name }) => [id, name]));
  const computable = kpis.filter((one) => one.computable).length;
  const values = { computable: format.number(computable, 0), all: format.number(kpis.length, 0) };
  const gaps = gapsOf(kpis);
  /** `order.amount` as people say it; of several that would do, all. */
  const written = (gap: string): string => {
    const fields = gap.split(/\s*[|/]\s*/).map((one) => {
      const [entity = '', field] = one.split('.');
      return field === undefined ? entityWords(entity, language) : `${entityWords(entity, language)} · ${fieldName(field)}`;
    });
    return fields.length === 1 ? (fields[0] ?? gap) : say('either', { list: fields.join(' / ') });
  };
  return (
    <PageSection title={say('coverage')} note={gaps.length === 0 ? undefined : say('coverageSays', values)} id="coverage">
      {gaps.length === 0 ? (
        <EmptyNotice is="goodNews">{say('coverageAll', values)}</EmptyNotice>
      ) : (
        <>
          <h3>{say('gaps')}</h3>
          <p className={styles.help}>{say('gapsHelp')}</p>
          <TableScroller label={say('gaps')} tall>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{say('gap')}</th>
                  <th scope="col" data-number>
                    {say('opens')}
                  </th>
                  <th scope="col">{say('opensAlone')}</th>
                </tr>
              </thead>
              <tbody>
                {gaps.map(({ field, kpis: needing, alone }) => (
                  <tr key={field}>
                    <th scope="row">{written(field)}</th>
                    <td data-number>{format.column(needing.length, 'count')}</td>
                    <td>
                      <span className={styles.links}>
                        {alone.slice(0, shownKpis).map((kpi) => (
                          <Link key={kpi} to="/kpis/$id" params={{ id: kpi }}>
                            {names.get(kpi) ?? kpi}
                          </Link>
                        ))}
                        {alone.length > shownKpis && <span>+{alone.length - shownKpis}</span>}
                        {alone.length === 0 && '–'}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroller>
        </>
      )}
    </PageSection>
  );
}
