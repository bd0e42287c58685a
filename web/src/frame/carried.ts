import { useRouter } from '@tanstack/react-router';
import { createContext, createElement, type ReactNode, useContext } from 'react';
import { useView } from './view.ts';

const Carried = createContext('');

/** Works out once, for hundreds of links, which filters go along to another page. */
export function CarriedProvider({ children }: { readonly children: ReactNode }) {
  const { options } = useRouter();
  const { view } = useView();
  return createElement(Carried, { value: options.stringifySearch(view) }, children);
}

/** @returns the filters as they stand in an address: `?grain=month&to=2026-06-30`; nothing where there are none */
export const useCarried = (): string => useContext(Carried);
