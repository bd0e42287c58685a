import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { useCarried } from '../../frame/carried.ts';

interface Props {
  readonly id: string;
  /** The section of its page. */
  readonly hash?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/**
 * The way to a KPI's page, with the filters that are on. A board has hundreds: the router's own <Link> would work each of them out anew
 * whenever a filter changes.
 */
export function KpiLink({ id, hash, label, children }: Props) {
  const router = useRouter();
  const carried = useCarried();
  const target = { to: '/kpis/$id', params: { id }, ...(hash === undefined ? {} : { hash }) } as const;
  const preload = (): void => void router.preloadRoute(target);
  const onClick = (event: MouseEvent): void => {
    // In another tab or window, or to be kept: the browser's own.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void router.navigate(target);
  };
  return (
    <a
      href={`/kpis/${id}${carried}${hash === undefined ? '' : `#${hash}`}`}
      aria-label={label}
      onClick={onClick}
      onFocus={preload}
      onPointerEnter={preload}
    >
      {children}
    </a>
  );
}
