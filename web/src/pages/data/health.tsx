import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { checkWords, duplicateWords } from '../../../../src/i18n/checks.ts';
import { entityWords } from '../../../../src/i18n/entities.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice } from '../../parts/state-notice/state-notice.tsx';
import { TableScroller } from '../../parts/table-scroller/table-scroller.tsx';
import { dataWords } from '../../words/data.ts';
import { useFieldName } from '../../words/fields.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import styles from './data-page.module.css';

/** Checks that fail, the worst first, and records that look like one. */
export function Health({ check }: { readonly check: OperationOutput<'check'> }) {
  const say = useWords(dataWords);
  const format = useFormat();
  const fieldName = useFieldName();
  const { language } = useLanguage();
  const failing = check.checks.filter(({ failed }) => failed > 0).toSorted((a, b) => b.failed / b.rows - a.failed / a.rows);
  const all = check.passed + check.failed;
  return (
    <div className={styles.two}>
      <PageSection
        title={say('health')}
        note={say('healthSays', { passed: format.number(check.passed, 0), all: format.number(all, 0) })}
        id="health"
      >
        {failing.length === 0 ? (
          <EmptyNotice is="goodNews">{say('healthGood')}</EmptyNotice>
        ) : (
          <TableScroller label={say('health')} tall>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{say('check')}</th>
                  <th scope="col" data-number>
                    {say('failed')}
                  </th>
                  <th scope="col" data-number>
                    {say('looked')}
                  </th>
                  <th scope="col">{say('failedShare')}</th>
                </tr>
              </thead>
              <tbody>
                {failing.map((one) => (
                  <tr key={`${one.check} ${one.entity} ${one.field}`}>
                    <th scope="row">
                      {say('checkOf', {
                        entity: entityWords(one.entity, language),
                        field: fieldName(one.field),
                        what: checkWords[one.check]?.[language] ?? one.check,
                      })}
                    </th>
                    <td data-number>{format.column(one.failed, 'count')}</td>
                    <td data-number>{format.column(one.rows, 'count')}</td>
                    <td>
                      <span className={styles.bar}>
                        <span aria-hidden="true">
                          <i style={{ width: `${(100 * one.failed) / one.rows}%` }} />
                        </span>
                        <span>{format.share(one.failed / one.rows)}</span>
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroller>
        )}
      </PageSection>
      <PageSection title={say('duplicates')}>
        <p className={styles.help}>{check.duplicates.length === 0 ? say('duplicatesNone') : say('duplicatesHelp')}</p>
        {check.duplicates.length > 0 && (
          <TableScroller label={say('duplicates')}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{say('entity')}</th>
                  <th scope="col">{say('sharedBy')}</th>
                  <th scope="col" data-number>
                    {say('groups')}
                  </th>
                  <th scope="col" data-number>
                    {say('records')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {check.duplicates.map(({ entity, by, groups, records }) => (
                  <tr key={`${entity} ${by}`}>
                    <th scope="row">{entityWords(entity, language)}</th>
                    <td>{format.list(by.split(' ').map((reason) => duplicateWords[reason]?.[language] ?? reason))}</td>
                    <td data-number>{format.column(groups, 'count')}</td>
                    <td data-number>{format.column(records, 'count')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroller>
        )}
      </PageSection>
    </div>
  );
}
