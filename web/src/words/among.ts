import { useCallback } from 'react';
import type { Among } from '../parts/act/act-about.ts';
import { customersWords } from './customers.ts';
import { useWords } from './language.ts';

type KeyOf<Group> = Group extends `${infer By}=${infer Is}` ? `${By}_${Is}` : never;

/** How a group of customers is called. */
export function useAmongName(): (among: Among) => string {
  const say = useWords(customersWords);
  return useCallback((among) => say(among.replace('=', '_') as KeyOf<Among>), [say]);
}
