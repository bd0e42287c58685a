import { type Pixels, pngOf } from './png.ts';

/** What a line shows: its values, where they usually are, where they should be. */
export interface Line {
  /** Oldest first; null: nothing is known of that period. */
  readonly values: readonly (number | null)[];
  readonly usual: readonly [number, number] | null;
  readonly aim: number | null;
}

type Colour = readonly [number, number, number];

/** Those of the web's light paper (`web/src/look/tokens.css`): sheet, band, compare, accent. */
const sheet: Colour = [0xff, 0xfd, 0xf9];
const bandColour: Colour = [0xe9, 0xe6, 0xdd];
const aimColour: Colour = [0x8d, 0x8a, 0x82];
const lineColour: Colour = [0x1f, 0x4f, 0xa3];

/** In pixels of the picture, which is shown at half its size so that fine screens show it sharp. */
export const pictureSize = { width: 1120, height: 200 } as const;
const edge = { x: 16, y: 20 } as const;
const lineWidth = 5;
const dotRadius = 10;
const dash = 14;

class Canvas implements Pixels {
  readonly width = pictureSize.width;
  readonly height = pictureSize.height;
  readonly rgb = new Uint8Array(pictureSize.width * pictureSize.height * 3);

  constructor() {
    for (let at = 0; at < this.rgb.length; at += 3) this.rgb.set(sheet, at);
  }

  /** Lays a colour over a pixel. @param cover 0 to 1 */
  private mix(x: number, y: number, [red, green, blue]: Colour, cover: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height || cover <= 0) return;
    const at = (y * this.width + x) * 3;
    const part = Math.min(1, cover);
    for (const [offset, value] of [red, green, blue].entries()) {
      const before = this.rgb[at + offset] ?? 0;
      this.rgb[at + offset] = Math.round(before + (value - before) * part);
    }
  }

  /** Every pixel of a stretch, as far as the shape covers it: a distance to its edge, softened over one pixel. */
  private shape(box: readonly [number, number, number, number], colour: Colour, distance: (x: number, y: number) => number): void {
    const [left, top, right, bottom] = box;
    for (let y = Math.max(0, Math.floor(top) - 1); y <= Math.min(this.height - 1, Math.ceil(bottom) + 1); y += 1)
      for (let x = Math.max(0, Math.floor(left) - 1); x <= Math.min(this.width - 1, Math.ceil(right) + 1); x += 1)
        this.mix(x, y, colour, 0.5 - distance(x, y));
  }

  band(top: number, bottom: number, colour: Colour): void {
    this.shape([0, top, this.width - 1, bottom], colour, (_, y) => Math.max(top - y, y - bottom));
  }

  segment([x1, y1]: Point, [x2, y2]: Point, width: number, colour: Colour): void {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = dx * dx + dy * dy;
    const radius = width / 2;
    const box = [Math.min(x1, x2) - radius, Math.min(y1, y2) - radius, Math.max(x1, x2) + radius, Math.max(y1, y2) + radius] as const;
    this.shape(box, colour, (x, y) => {
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
      return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - radius;
    });
  }

  dot([cx, cy]: Point, radius: number, colour: Colour): void {
    this.shape([cx - radius, cy - radius, cx + radius, cy + radius], colour, (x, y) => Math.hypot(x - cx, y - cy) - radius);
  }
}

type Point = readonly [number, number];

/**
 * A series as a picture for a message: its line with a dot at the end, the band of what is usual, the target dashed. It holds no words, so that it needs no font: what it says
 * stands beside it as text. Pure: the same line, the same bytes.
 * @returns a PNG; null: fewer than two values are known
 */
export function linePicture({ values: all, usual, aim }: Line): Buffer | null {
  // Before the first that is known there is nothing to leave room for.
  const values = all.slice(
    Math.max(
      0,
      all.findIndex((value) => value !== null),
    ),
  );
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const shown = [...known, ...(usual ?? []), ...(aim === null ? [] : [aim])];
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const span = most - least || 1;
  const height = pictureSize.height - 2 * edge.y;
  const yOf = (value: number): number => (most === least ? pictureSize.height / 2 : edge.y + ((most - value) / span) * height);
  const step = (pictureSize.width - 2 * edge.x) / (values.length - 1);
  const canvas = new Canvas();
  if (usual) canvas.band(yOf(usual[1]), yOf(usual[0]), bandColour);
  if (aim !== null)
    for (let x: number = edge.x; x < pictureSize.width - edge.x; x += 2 * dash)
      canvas.segment([x, yOf(aim)], [x + dash, yOf(aim)], 3, aimColour);
  const points = values.map((value, index): Point | null => (value === null ? null : [edge.x + index * step, yOf(value)]));
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from && to) canvas.segment(from, to, lineWidth, lineColour);
    // A value between two gaps would be no line at all.
    else if (to && !points[index + 1]) canvas.dot(to, lineWidth, lineColour);
  }
  const last = points.findLast((point) => point !== null);
  if (last) canvas.dot(last, dotRadius, lineColour);
  return pngOf(canvas);
}
