/** @returns the records from which going up, parent by parent, comes back to themselves. */
export const cycleMembers = (parentOf: ReadonlyMap<string, string>): ReadonlySet<string> => {
  const done = new Set<string>();
  const members = new Set<string>();
  for (const start of parentOf.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parentOf.get(at);
    }
    if (at !== undefined && onPath.has(at)) for (const member of path.slice(path.indexOf(at))) members.add(member);
    for (const visited of path) done.add(visited);
  }
  return members;
};
