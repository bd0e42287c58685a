import type { Settings } from '../../model/settings.ts';
import type { Database } from '../../warehouse/duckdb/database.ts';
import { keepZone } from '../../warehouse/duckdb/zone.ts';
import { duckdbPlaces } from '../../warehouse/world/places.ts';
import { bumpCounter } from '../../warehouse/world/versions.ts';

/** Sees to it that the tables' days are those of the zone that the settings name; nothing to do but for a changed setting. */
export const keepWorkspaceZone = ({ session }: Database, { timezone }: Settings): Promise<void> =>
  session.transaction(async () => {
    const changed = await keepZone(session.run, timezone);
    if (changed) {
      const places = await duckdbPlaces(session.run);
      await bumpCounter(session.run, places, 'epoch');
      await bumpCounter(session.run, places, 'revision');
    }
    return { result: undefined, keep: true };
  });
