import { catalogueWords } from '../../../words/catalogue.ts';
import { useWords } from '../../../words/language.ts';
import { Head } from '../head.tsx';

/** KPIs of one's own. */
export function OwnKpis() {
  const say = useWords(catalogueWords);
  return <Head title={say('ownTitle')}>{say('ownLead')}</Head>;
}
