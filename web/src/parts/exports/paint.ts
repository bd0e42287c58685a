type Context = CanvasRenderingContext2D;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const clear = new Set(['transparent', 'rgba(0, 0, 0, 0)']);
const pixels = (length: string): number => Number.parseFloat(length) || 0;

/** The colours that a gradient names, as the browser computed them. */
const coloursOf = (image: string): readonly string[] => image.match(/(?:rgba?|color|oklab|hsla?)\([^()]*\)|#[0-9a-f]{3,8}/gi) ?? [];

function outline(context: Context, { left, top, width, height }: Box, style: CSSStyleDeclaration, inset = 0): void {
  const radius = style.borderTopLeftRadius.endsWith('%')
    ? (Math.min(width, height) * pixels(style.borderTopLeftRadius)) / 100
    : pixels(style.borderTopLeftRadius);
  context.beginPath();
  context.roundRect(
    left + inset,
    top + inset,
    Math.max(0, width - 2 * inset),
    Math.max(0, height - 2 * inset),
    Math.max(0, radius - inset),
  );
}

/** Stripes as the page has them, so that what they tell is told in black and white too. */
function stripe(context: Context, box: Box, style: CSSStyleDeclaration, colour: string): void {
  context.save();
  outline(context, box, style);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 3;
  context.beginPath();
  for (let at = -box.height; at < box.width + box.height; at += 11) {
    context.moveTo(box.left + at, box.top + box.height);
    context.lineTo(box.left + at + box.height, box.top);
  }
  context.stroke();
  context.restore();
}

function paintGround(context: Context, box: Box, style: CSSStyleDeclaration): void {
  if (!clear.has(style.backgroundColor)) {
    context.fillStyle = style.backgroundColor;
    outline(context, box, style);
    context.fill();
  }
  const [first, ...more] = coloursOf(style.backgroundImage);
  if (first === undefined) return;
  context.fillStyle = first;
  if (style.backgroundImage.startsWith('repeating')) {
    outline(context, box, style);
    context.fill();
    stripe(context, box, style, more.at(-1) ?? first);
    return;
  }
  // A line through the middle: a ground of one colour and so many pixels.
  const [, high = ''] = style.backgroundSize.split(' ');
  const height = high.endsWith('px') ? pixels(high) : box.height;
  context.fillRect(box.left, box.top + (box.height - height) / 2, box.width, height);
}

function paintBorder(context: Context, box: Box, style: CSSStyleDeclaration): void {
  const sides = [
    [style.borderTopWidth, style.borderTopStyle, style.borderTopColor, 0, 0, 1, 0],
    [style.borderRightWidth, style.borderRightStyle, style.borderRightColor, 1, 0, 1, 1],
    [style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor, 0, 1, 1, 1],
    [style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor, 0, 0, 0, 1],
  ] as const;
  const drawn = sides.filter(([width, kind, colour]) => pixels(width) > 0 && kind !== 'none' && kind !== 'hidden' && !clear.has(colour));
  const [one] = drawn;
  if (one && drawn.length === sides.length) {
    context.strokeStyle = one[2];
    context.lineWidth = pixels(one[0]);
    outline(context, box, style, context.lineWidth / 2);
    context.stroke();
    return;
  }
  for (const [width, kind, colour, x1, y1, x2, y2] of drawn) {
    const inset = pixels(width) / 2;
    const place = (x: number, y: number): [number, number] => [
      box.left + (x === 1 ? box.width - (x1 === x2 ? inset : 0) : x1 === x2 ? inset : 0),
      box.top + (y === 1 ? box.height - (y1 === y2 ? inset : 0) : y1 === y2 ? inset : 0),
    ];
    context.strokeStyle = colour;
    context.lineWidth = pixels(width);
    context.setLineDash(kind === 'dashed' ? [4, 3] : kind === 'dotted' ? [1, 2] : []);
    context.beginPath();
    context.moveTo(...place(x1, y1));
    context.lineTo(...place(x2, y2));
    context.stroke();
    context.setLineDash([]);
  }
}

/** A hairline inside the edge, by which some boxes are drawn. */
function paintInset(context: Context, box: Box, style: CSSStyleDeclaration): void {
  const { boxShadow } = style;
  if (!boxShadow.includes('inset')) return;
  const [colour] = coloursOf(boxShadow);
  const spread = pixels(boxShadow.match(/0px 0px 0px ([\d.]+)px/)?.[1] ?? '');
  if (colour === undefined || spread === 0) return;
  context.strokeStyle = colour;
  context.lineWidth = spread;
  outline(context, box, style, spread / 2);
  context.stroke();
}

/** A mark that a style sets beside or upon a box. */
function paintAfter(context: Context, box: Box, element: Element): void {
  const style = getComputedStyle(element, '::after');
  if (style.content === 'none' || style.content === 'normal' || style.position !== 'absolute') return;
  const own = {
    left: box.left + pixels(style.left),
    top: box.top + pixels(style.top),
    width: pixels(style.width),
    height: pixels(style.height),
  };
  paintGround(context, own, style);
  paintBorder(context, own, style);
}

function paintText(context: Context, node: Text, origin: DOMRect): void {
  const parent = node.parentElement;
  if (!parent) return;
  const style = getComputedStyle(parent);
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = style.color;
  context.textBaseline = 'alphabetic';
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const [rect] = range.getClientRects();
    if (!rect || rect.width === 0) continue;
    const text = style.textTransform === 'uppercase' ? word.toUpperCase() : word;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText(text);
    context.fillText(text, rect.left - origin.left, rect.top - origin.top + (rect.height - up - down) / 2 + up, rect.width + 1);
  }
}

/**
 * Paints what the browser has laid out: grounds, borders, texts and canvases, in the order of the document. Enough for pictures that are made
 * of text and boxes; no browser lets a page photograph itself.
 * @param context whose origin is the element's own corner
 */
export function paint(context: Context, root: HTMLElement): void {
  const origin = root.getBoundingClientRect();
  const visit = (element: Element): void => {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return;
    const { left, top, width, height } = element.getBoundingClientRect();
    const box = { left: left - origin.left, top: top - origin.top, width, height };
    const isCut = style.overflow !== 'visible';
    // Words for whoever has the page read aloud.
    if (isCut && width <= 1 && height <= 1) return;
    context.save();
    if (style.display !== 'inline' || element.childNodes.length === 0) {
      paintGround(context, box, style);
      paintInset(context, box, style);
      paintBorder(context, box, style);
    }
    if (element instanceof HTMLCanvasElement) context.drawImage(element, box.left, box.top, width, height);
    if (isCut) {
      outline(context, box, style);
      context.clip();
    }
    paintAfter(context, box, element);
    for (const child of element.childNodes) {
      if (child instanceof Text) paintText(context, child, origin);
      else if (child instanceof Element) visit(child);
    }
    context.restore();
  };
  visit(root);
}
