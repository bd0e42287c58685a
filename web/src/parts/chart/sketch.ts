import type { Language } from '../../../../src/i18n/language.ts';
import type { Look } from './look.ts';
import type { TrendMark, TrendPoint } from './trend.ts';

/** A KPI over time, as what is handed to the worker that draws it: nothing but values. */
export interface Sketch {
  readonly points: readonly TrendPoint[];
  readonly marks: readonly TrendMark[];
  readonly name: string;
  readonly compared: string | null;
  readonly aim: string | null;
  readonly ahead: string | null;
  readonly unit: string;
  readonly language: Language;
  readonly workspace: { readonly locale: string; readonly currency: string; readonly timezone: string; readonly worth: number };
}

export interface SketchOrder {
  readonly id: number;
  readonly sketch: Sketch;
  readonly look: Look;
  readonly width: number;
  readonly height: number;
}

export interface Sketched {
  readonly id: number;
  readonly svg: string;
}

interface Waiting {
  readonly done: (svg: string) => void;
  readonly failed: (error: Error) => void;
}

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

function opened(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./sketch-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Sketched>) => {
    waiting.get(data.id)?.done(data.svg);
    waiting.delete(data.id);
  };
  worker.onerror = () => {
    worker = null;
    for (const { failed } of waiting.values()) failed(new Error('the worker that draws failed'));
    waiting.clear();
  };
  return worker;
}

/**
 * Has a picture drawn beside the page, which answers meanwhile: the engine takes a phone a third of a second.
 * @returns the SVG
 */
export function sketched(order: Omit<SketchOrder, 'id'>): Promise<Element> {
  last += 1;
  const id = last;
  const svg = new Promise<string>((done, failed) => waiting.set(id, { done, failed }));
  opened().postMessage({ ...order, id } satisfies SketchOrder);
  return svg.then((text) => document.adoptNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement));
}
