import { useSession } from '../api/use-session.ts';
import { useLanguage } from './language.ts';
import { type Format, formatFor } from './writing.ts';

/** How numbers and dates are written for whoever looks at the page. */
export const useFormat = (): Format => formatFor(useLanguage().language, useSession().workspace);
