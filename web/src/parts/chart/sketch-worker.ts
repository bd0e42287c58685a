import { setPlatformAPI } from 'echarts/core';
import { formatFor } from '../../words/writing.ts';
import { init } from './engine.ts';
import type { Sketched, SketchOrder } from './sketch.ts';
import { trendOption, trendWords } from './trend.ts';

// There is no document here to measure text in.
setPlatformAPI({ createCanvas: () => new OffscreenCanvas(1, 1) as unknown as HTMLCanvasElement });

self.addEventListener('message', ({ data }: MessageEvent<SketchOrder>) => {
  const { id, sketch, width, height } = data;
  // The names of fonts come to stand within an attribute.
  const look = { ...data.look, font: data.look.font.replaceAll('"', "'") };
  const { points, marks, name, compared, aim, ahead, unit, language, workspace } = sketch;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  const words = trendWords(points, { name, compared, aim, ahead, unit }, formatFor(language, workspace));
  chart.setOption({ animation: false, textStyle: { fontFamily: look.font }, ...trendOption(points, words, look, marks) });
  // What changes under the pointer is the engine's on the page; the content policy refuses a <style> element.
  const svg = chart.renderToSVGString({ useViewBox: false }).replace(/<style[\s\S]*?<\/style>/g, '');
  chart.dispose();
  self.postMessage({ id, svg } satisfies Sketched);
});
