import { useCompany } from '../../api/use-company.ts';
import { useView } from '../../frame/view.ts';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import type { ExportedAbout } from './exported-table.ts';

export interface About extends ExportedAbout {
  /** One line for below a picture: company, filters, up to when the data are. */
  readonly source: string;
}

/** What a file that leaves Cuadro says of itself, so that nobody asks later where it came from. */
export function useAbout(title: string, period: string | null = null): About {
  const say = useWords(partsWords);
  const frame = useWords(frameWords);
  const format = useFormat();
  const company = useCompany();
  const { view } = useView();
  const filters = [
    ...(view.segment === undefined ? [] : [`${frame('segment')}: ${view.segment}`]),
    ...(view.owner === undefined ? [] : [`${frame('owner')}: ${view.owner.replace(/^\w+:/, '')}`]),
    ...(view.asOf === undefined ? [] : [`${frame('asOf')}: ${format.day(view.asOf)}`]),
  ];
  const day = company.last_day ? format.day(company.last_day) : '–';
  return {
    title,
    facts: [
      ...(period === null ? [] : [[frame('period'), period] as const]),
      ...(filters.length === 0 ? [] : [[frame('filters'), filters.join(' · ')] as const]),
      [say('exportedCompany'), company.name],
      [say('exportedUntil'), day],
      [say('exportedBy'), `Cuadro ${company.version}`],
    ],
    source: [say('chartSource', { company: company.name, day }), ...filters].join(' · '),
  };
}
