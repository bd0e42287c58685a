import type { EChartsCoreOption } from 'echarts/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { ChartFrame } from '../chart-frame/chart-frame.tsx';
import type { TableTwin } from '../chart-frame/twin.ts';
import { announce } from '../live-region/live-region.tsx';
import styles from './chart.module.css';
import type { EChartsType } from './engine.ts';
import { type Look, useLook } from './look.ts';
import { type Sketch, sketched } from './sketch.ts';

/** A point that the keyboard can stop at. */
export interface ChartPoint {
  readonly series: number;
  readonly index: number;
  /** What is said of it when somebody stops there: `oct 2026: 91,4 %, entre 88 % y 94 %`. */
  says(): string;
}

interface Props {
  readonly title: string;
  readonly heading?: 'h3' | null;
  readonly sentence: ReactNode;
  readonly period?: string | null;
  readonly table: TableTwin;
  /** What ECharts draws, in the colours given. Must not change from render to render unless the data do (`useCallback`). */
  readonly option: (look: Look) => EChartsCoreOption;
  /** The same as values, where it can be drawn beside the page: ECharts comes when somebody points at the picture or walks over it. */
  readonly sketch?: Sketch;
  readonly points: readonly ChartPoint[];
  readonly height?: number;
  readonly actions?: ReactNode;
}

/** How high a drawing that is exported is, for its width. */
const shape = 0.42;

/** Pointed at, nothing changes its colour: colours are names, of which the engine knows no lighter ones. A line and the tooltip say what it is. */
const calm = (option: EChartsCoreOption): EChartsCoreOption =>
  Array.isArray(option.series)
    ? { ...option, series: option.series.map((one: object) => ({ ...one, emphasis: { disabled: true } })) }
    : option;

/** The drawing on a canvas of its own, twice as fine as a screen. */
async function drawn(option: EChartsCoreOption, look: Look, width: number): Promise<HTMLElement> {
  const { init } = await import('./engine.ts');
  const size = { width, height: Math.round(width * shape) };
  const chart = init(document.createElement('div'), null, { renderer: 'canvas', ...size, devicePixelRatio: 2 });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: look.font }, ...option });
    const canvas = chart.renderToCanvas({ pixelRatio: 2 });
    canvas.style.width = `${size.width}px`;
    canvas.style.height = `${size.height}px`;
    canvas.style.display = 'block';
    // Layers of a drawing lie upon each other; this one stands alone.
    canvas.style.position = 'static';
    return canvas;
  } finally {
    chart.dispose();
  }
}

/** A picture by ECharts, with what stands around every picture: heading, sentence, table twin, keyboard, export. */
export function Chart({ title, heading = 'h3', sentence, period = null, table, option, sketch, points, height = 280, actions }: Props) {
  const look = useLook();
  return (
    <ChartFrame
      title={title}
      heading={heading}
      sentence={sentence}
      period={period}
      table={table}
      actions={actions}
      drawing={(light, width) => drawn(option(light), light, width)}
    >
      <Drawing label={title} option={option} sketch={sketch} points={points} height={height} look={look} />
    </ChartFrame>
  );
}

/** A picture that the arrow keys walk over; each stop is announced. */
const walkable = (label: string, keys: string, onKeyDown: (event: KeyboardEvent) => void) =>
  ({ role: 'group', tabIndex: 0, 'aria-label': label, 'aria-describedby': keys, onKeyDown }) as const;

function Drawing({
  label,
  option,
  sketch,
  points,
  height,
  look,
}: Pick<Props, 'option' | 'points'> & {
  readonly label: string;
  readonly sketch: Sketch | undefined;
  readonly height: number;
  readonly look: Look;
}) {
  const say = useWords(partsWords);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const [ready, setReady] = useState(false);
  const [live, setLive] = useState(sketch === undefined);
  const at = useRef(-1);
  useEffect(() => {
    const element = place.current;
    if (live || !sketch || !element) return;
    let gone = false;
    let width = 0;
    const draw = (): void => {
      if (element.clientWidth === width || element.clientWidth === 0) return;
      width = element.clientWidth;
      sketched({ sketch, look, width, height }).then(
        (svg) => {
          if (!gone) element.replaceChildren(svg);
        },
        () => setLive(true),
      );
    };
    // Called once at the beginning.
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [live, sketch, look, height]);
  useEffect(() => {
    if (!live) return;
    let gone = false;
    let observer: ResizeObserver | null = null;
    void import('./engine.ts').then(({ init }) => {
      const element = place.current;
      if (gone || !element) return;
      element.replaceChildren();
      const made = init(element, null, { renderer: 'svg' });
      chart.current = made;
      observer = new ResizeObserver(() => made.resize());
      observer.observe(element);
      setReady(true);
    });
    return () => {
      gone = true;
      observer?.disconnect();
      chart.current?.dispose();
      chart.current = null;
      setReady(false);
    };
  }, [live]);
  useEffect(() => {
    if (!ready) return;
    chart.current?.setOption({ animation: false, textStyle: { fontFamily: look.font }, ...calm(option(look)) }, { notMerge: true });
    // Whoever was quicker than the engine stands at a point already.
    if (at.current >= 0) chart.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: at.current });
  }, [ready, option, look]);
  const walk = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at.current + 1,
      ArrowLeft: at.current - 1,
      Home: 0,
      End: points.length - 1,
    };
    const next = steps[event.key];
    if (event.key === 'Escape') chart.current?.dispatchAction({ type: 'hideTip' });
    if (next === undefined) return;
    event.preventDefault();
    at.current = Math.max(0, Math.min(points.length - 1, next));
    const point = points[at.current];
    if (!point) return;
    chart.current?.dispatchAction({ type: 'showTip', seriesIndex: point.series, dataIndex: point.index });
    announce(point.says());
  };
  const wake = live ? {} : { onPointerEnter: () => setLive(true), onFocus: () => setLive(true) };
  return (
    <>
      <p id={`${id}keys`} hidden>
        {say('chartKeys')}
      </p>
      <div ref={place} className={styles.drawing} style={{ height }} {...walkable(label, `${id}keys`, walk)} {...wake} />
    </>
  );
}
