/** A page as data, so that Markdown and HTML are printed from one thing. Texts are plain: each printer escapes what it must. */
export interface Page {
  /** The file's name without its ending. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Terms and what they are. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, Text])[] }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'table'; readonly titles: readonly string[]; readonly rows: readonly (readonly Text[])[] };

/** A piece of text: plain, code, or a link to another page of the same language. */
export type Text = string | readonly Piece[];
export type Piece = string | { readonly code: string } | { readonly page: string; readonly text: string };

export const code = (text: string): Piece => ({ code: text });

/** Pieces with a comma between. */
export const listed = (pieces: readonly Piece[]): Text => pieces.flatMap((piece, index) => (index === 0 ? [piece] : [', ', piece]));
