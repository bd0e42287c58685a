import { createContext } from 'react';

/** By form, how what stands in it and is not saved yet is saved; whether it was. */
export type UnsavedForms = Map<string, () => Promise<boolean>>;

/** For a page that saves its forms when the reader goes on; null: each by its own button alone. */
export const Unsaved = createContext<UnsavedForms | null>(null);
