import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { useMedia } from '../../look/use-media.ts';
import styles from './page-section.module.css';
import { PageSection } from './page-section.tsx';

interface Props {
  /** Of the section that is to come. */
  readonly id: string;
  readonly title: ReactNode;
  /** How high it will be, about, in pixels. */
  readonly height: number;
  /** Whether it is wanted wherever it stands: the address leads to it or past it. */
  readonly now?: boolean;
  /** The whole section, with its heading. */
  readonly children: ReactNode;
}

/**
 * A section far down a page. A telephone, which shows little of the page and is slow, draws it and asks for its figures when it is near;
 * until then its heading stands in its place, so that the outline of the page and the links into it hold.
 */
export function WhenNear({ id, title, height, now = false, children }: Props) {
  const isSmall = useMedia('(max-width: 719px)');
  const [wasNear, setNear] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const isDrawn = wasNear || now || !isSmall;
  useEffect(() => {
    const below = place.current;
    if (isDrawn || !below) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) startTransition(() => setNear(true));
      },
      { rootMargin: '50% 0px' },
    );
    observer.observe(below);
    return () => observer.disconnect();
  }, [isDrawn]);
  if (isDrawn) return children;
  return (
    <PageSection id={id} title={title}>
      <div ref={place} className={styles.far} style={{ height }} />
    </PageSection>
  );
}
