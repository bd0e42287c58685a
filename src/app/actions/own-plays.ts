import { z } from 'zod';
import { kindIn } from '../../insights/plays/kind.ts';
import type { Play } from '../../insights/plays/play.ts';
import { lifeStages, rfmClasses } from '../../model/segment.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { PlayTable } from '../../store/tables/action.ts';

/** Customers whom a play suits. */
const suitsSchema = z.strictObject({ rfm: z.array(z.enum(rfmClasses)), stages: z.array(z.enum(lifeStages)) });

/** A play that the company has written itself: in its own words, whatever the language. */
export interface OwnPlay extends Play {
  readonly isRetired: boolean;
}

const ids = z.tuple([z.string()], z.string());

/** Whom a kept play suits. */
export const suitsOf = (suits: PlayTable['suits']): z.output<typeof suitsSchema> =>
  suits === null ? { rfm: [], stages: [] } : suitsSchema.parse(JSON.parse(suits));

const playOf = ({ id, kind, name, idea, steps, serves, suits, measure, retired_at }: PlayTable): OwnPlay => {
  const words = { name, idea, steps: z.array(z.string()).parse(JSON.parse(steps)), measure: measure ?? '' };
  const { rfm, stages } = suitsOf(suits);
  return {
    id,
    kind: kindIn(kind),
    kpis: ids.parse(JSON.parse(serves)),
    readings: [],
    rfm,
    stages,
    signals: [],
    source: '',
    es: words,
    en: words,
    isRetired: retired_at !== null,
  };
};

/** The company's own plays, those written first first. */
export async function ownPlays(db: StoreDatabase): Promise<readonly OwnPlay[]> {
  return (await db.selectFrom('play').selectAll().orderBy('created_at').orderBy('id').execute()).map(playOf);
}

/** What of a play is written besides who wrote it and when. */
export const playRow = (play: {
  readonly kind: string;
  readonly name: string;
  readonly idea: string;
  readonly steps: readonly string[];
  readonly measure: string | null;
  readonly kpis: readonly string[];
  readonly suits: z.output<typeof suitsSchema>;
}): Pick<PlayTable, 'kind' | 'name' | 'idea' | 'steps' | 'measure' | 'serves' | 'suits'> => ({
  kind: play.kind,
  name: play.name,
  idea: play.idea,
  steps: JSON.stringify(play.steps),
  measure: play.measure,
  serves: JSON.stringify(play.kpis),
  suits: JSON.stringify(play.suits),
});
