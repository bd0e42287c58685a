import { useMemo } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { useLanguage } from '../../words/language.ts';
import { type Board, type Chosen, chosenOf, type Template, urgentAddress } from './chosen.ts';

interface Known {
  /** Null: it is not known yet. */
  readonly chosen: Chosen | null;
  readonly boards: readonly Board[];
  readonly templates: readonly Template[];
  readonly error: Error | null;
  readonly refetch: () => void;
}

const none: readonly never[] = [];

/** The boards there are, and which of them the address asks for. The most urgent needs no list to be known. */
export function useChosen(address: string): Known {
  const { language } = useLanguage();
  const boards = useOperation('boards', {});
  const templates = useOperation('board_templates', { language });
  const all = boards.data?.boards ?? none;
  const roles = templates.data?.templates ?? none;
  const isKnown = address === '' || address === urgentAddress || (boards.data !== undefined && templates.data !== undefined);
  const chosen = useMemo(() => (isKnown ? chosenOf(address, all, roles) : null), [isKnown, address, all, roles]);
  return {
    chosen,
    boards: all,
    templates: roles,
    error: boards.error ?? templates.error,
    refetch: () => {
      void boards.refetch();
      void templates.refetch();
    },
  };
}
