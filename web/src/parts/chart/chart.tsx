import type { EChartsCoreOption } from 'echarts/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useCompany } from '../../api/use-company.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { ChartFrame, type TableTwin } from '../chart-frame/chart-frame.tsx';
import { saveFile } from '../data-table/save-file.ts';
import { announce } from '../live-region/live-region.tsx';
import { PushButton } from '../push-button/push-button.tsx';
import styles from './chart.module.css';
import type { EChartsType } from './engine.ts';
import { type Look, useLook } from './look.ts';

/** A point that the keyboard can stop at. */
export interface ChartPoint {
  readonly series: number;
  readonly index: number;
  /** What is said of it: `oct 2026: 91,4 %, entre 88 % y 94 %`. */
  readonly says: string;
}

interface Props {
  readonly title: string;
  readonly heading?: 'h3' | null;
  readonly sentence: ReactNode;
  readonly table: TableTwin;
  /** What ECharts draws, in the colours given. Must not change from render to render unless the data do (`useCallback`). */
  readonly option: (look: Look) => EChartsCoreOption;
  readonly points: readonly ChartPoint[];
  readonly height?: number;
  readonly actions?: ReactNode;
}

const pictureSize = { width: 1200, height: 630 } as const;

/** A picture by ECharts, with what stands around every picture: heading, sentence, table twin, keyboard, PNG with its source. */
export function Chart({ title, heading = 'h3', sentence, table, option, points, height = 280, actions }: Props) {
  const say = useWords(partsWords);
  const format = useFormat();
  const company = useCompany();
  const look = useLook();
  const savePicture = async (): Promise<void> => {
    const { init } = await import('./engine.ts');
    const canvas = document.createElement('div');
    const chart = init(canvas, null, { renderer: 'canvas', ...pictureSize, devicePixelRatio: 2 });
    const source = say('chartSource', { company: company.name, day: company.last_day ? format.day(company.last_day) : '–' });
    const drawn = option(look);
    chart.setOption({
      ...drawn,
      animation: false,
      backgroundColor: look.sheet,
      textStyle: { fontFamily: look.font, fontSize: 16 },
      grid: { left: 80, right: 60, top: 96, bottom: 96 },
      title: [
        { text: title, left: 24, top: 20, textStyle: { fontFamily: look.font, fontSize: 24, fontWeight: 600, color: look.ink } },
        { text: source, left: 24, bottom: 16, textStyle: { fontFamily: look.font, fontSize: 14, fontWeight: 400, color: look['ink-2'] } },
      ],
    });
    const picture = await fetch(chart.getDataURL({ type: 'png', pixelRatio: 2 })).then((response) => response.blob());
    chart.dispose();
    saveFile(`${title}.png`, picture);
  };
  return (
    <ChartFrame
      title={title}
      heading={heading}
      sentence={sentence}
      table={table}
      actions={
        <>
          {actions}
          <PushButton look="quiet" className={styles.action} onClick={() => void savePicture()}>
            {say('exportPng')}
          </PushButton>
        </>
      }
    >
      <Drawing label={title} option={option} points={points} height={height} look={look} />
    </ChartFrame>
  );
}

/** A picture that the arrow keys walk over; each stop is announced. */
const walkable = (label: string, keys: string, onKeyDown: (event: KeyboardEvent) => void) =>
  ({ role: 'group', tabIndex: 0, 'aria-label': label, 'aria-describedby': keys, onKeyDown }) as const;

function Drawing({
  label,
  option,
  points,
  height,
  look,
}: Pick<Props, 'option' | 'points'> & { readonly label: string; readonly height: number; readonly look: Look }) {
  const say = useWords(partsWords);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const [ready, setReady] = useState(false);
  const at = useRef(-1);
  useEffect(() => {
    let gone = false;
    let observer: ResizeObserver | null = null;
    void import('./engine.ts').then(({ init }) => {
      const element = place.current;
      if (gone || !element) return;
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
    };
  }, []);
  useEffect(() => {
    if (ready) chart.current?.setOption({ animation: false, textStyle: { fontFamily: look.font }, ...option(look) }, { notMerge: true });
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
    announce(point.says);
  };
  return (
    <>
      <p id={`${id}keys`} hidden>
        {say('chartKeys')}
      </p>
      <div ref={place} className={styles.drawing} style={{ height }} {...walkable(label, `${id}keys`, walk)} />
    </>
  );
}
