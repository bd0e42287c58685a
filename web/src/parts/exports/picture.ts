import { type Look, lookOf } from '../chart/look.ts';
import { paint } from './paint.ts';
import styles from './picture.module.css';
import { saveFile } from './save-file.ts';

export interface Picture {
  readonly title: string;
  readonly period: string | null;
  readonly sentence: string;
  readonly source: string;
  /** What is drawn, as wide as given, in the colours given: a copy of what the page shows, or a drawing of its own. */
  readonly content: (look: Look, width: number) => HTMLElement | Promise<HTMLElement>;
}

const width = 1056;
/** Twice as fine as a screen: it goes into slides. */
const fineness = 2;

/** A picture with what it must say to stand alone: title, period, sentence and source; light, whatever the theme. */
export async function pictureOf({ title, period, sentence, source, content }: Picture): Promise<Blob> {
  const stage = document.createElement('div');
  stage.className = styles.stage ?? '';
  stage.setAttribute('data-look', 'light');
  stage.setAttribute('aria-hidden', 'true');
  stage.inert = true;
  const line = (text: string | null, className: string | undefined): void => {
    if (text === null || text === '') return;
    const paragraph = document.createElement('p');
    paragraph.className = className ?? '';
    paragraph.textContent = text;
    stage.append(paragraph);
  };
  line(title, styles.title);
  line(period, styles.period);
  line(sentence, styles.sentence);
  document.body.append(stage);
  try {
    stage.append(await content(lookOf(stage), width));
    line(source, styles.source);
    await document.fonts.ready;
    const canvas = document.createElement('canvas');
    const { width: wide, height } = stage.getBoundingClientRect();
    canvas.width = Math.ceil(wide * fineness);
    canvas.height = Math.ceil(height * fineness);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.scale(fineness, fineness);
    paint(context, stage);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
    });
  } finally {
    stage.remove();
  }
}

export async function savePicture(picture: Picture): Promise<void> {
  saveFile(`${picture.period === null ? picture.title : `${picture.title} ${picture.period}`}.png`, await pictureOf(picture));
}
