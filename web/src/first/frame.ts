import barStyles from '../frame/bar/filter-bar.module.css';
import shellStyles from '../frame/shell/shell.module.css';
import { frameWords } from '../words/frame.ts';
import { languageShown, sayIn } from '../words/language.ts';
import { element } from './element.ts';
import type { Session } from './first-page.ts';

/** The frame without what works in it, around the beginning of a page: as `frame/shell` has it, so that nothing moves when that comes. */
export function framed(session: Session, content: readonly Node[]): HTMLElement {
  const say = sayIn(languageShown(), frameWords);
  const boot = document.querySelector('.boot');
  const brand = (): HTMLElement => element('div', shellStyles.brand, ...[...(boot?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  const icon = (): HTMLElement => element('span', shellStyles.icon);
  const sample = element('section', shellStyles.sample, element('b', undefined, say('sample')), ' ');
  sample.append(element('span', undefined, say('sampleHelp')), ' ', element('a', undefined, say('importOwn')));
  const beginning = element('div', undefined, ...content);
  beginning.setAttribute('aria-busy', 'true');
  return element(
    'div',
    shellStyles.shell,
    element('aside', shellStyles.rail, brand()),
    element('header', shellStyles.top, icon(), brand(), icon()),
    element(
      'div',
      shellStyles.page,
      ...(session.sample ? [sample] : []),
      element('search', barStyles.bar),
      element('main', shellStyles.main, beginning),
    ),
  );
}
