/** What hangs on a wall in turns: `a,b,goals`. Empty: the most urgent. */
export const boardsIn = (address: string): readonly string[] => [...new Set(address.split(',').map((one) => one.trim()))];

/** `goals`: the company's; `goals:Ventas`: a team's. Null: it is a board of KPIs. */
export function goalsOf(board: string): { readonly team: string | null } | null {
  if (board === 'goals') return { team: null };
  return board.startsWith('goals:') ? { team: board.slice('goals:'.length) } : null;
}
