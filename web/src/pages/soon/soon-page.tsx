import { useLocation } from '@tanstack/react-router';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { pages } from '../list.ts';

/** Stands where a page is not made yet. */
export function Page() {
  const say = useWords(frameWords);
  const { pathname } = useLocation();
  const page = pages.find(({ path }) => path === pathname);
  return (
    <>
      <h1>{page ? say(page.name) : ''}</h1>
      <p>{say('soonBody')}</p>
    </>
  );
}
