import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/use-session.ts';
import { useWords } from '../../words/language.ts';
import { useMissing } from '../../words/missing.ts';
import { partsWords } from '../../words/parts.ts';
import { EmptyNotice } from './state-notice.tsx';

/** Data that nobody has imported yet are no failure: which they are, as people call them, and the way to them. */
export function MissingNotice({ fields }: { readonly fields: readonly string[] }) {
  const say = useWords(partsWords);
  const missing = useMissing();
  const mayWrite = useMay('data.write');
  return (
    <EmptyNotice is="noData" action={mayWrite && <Link to="/data/import">{say('missingGo')}</Link>}>
      {say('missingFields', { list: missing(fields) })}
    </EmptyNotice>
  );
}
