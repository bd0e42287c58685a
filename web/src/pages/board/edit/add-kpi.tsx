import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { DimensionPicker } from '../../../parts/dimension-picker/dimension-picker.tsx';
import { areaWords } from '../../../words/areas.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { ownBoardWords } from '../../../words/own-board.ts';
import type { StoredCard } from '../chosen.ts';

interface Props {
  readonly kpis: OperationOutput<'kpis'>['kpis'];
  readonly cards: readonly StoredCard[];
  /** As many as a board can hold. */
  readonly most: number;
  readonly onAdd: (kpi: string) => void;
}

/** Every KPI that is not on the board yet, by area; typing finds. What cannot be computed yet says so. */
export function AddKpi({ kpis, cards, most, onAdd }: Props) {
  const say = useWords(ownBoardWords);
  const area = useWords(areaWords);
  const format = useFormat();
  if (cards.length >= most) return <p role="status">{say('full', { count: most })}</p>;
  const there = new Set(cards.map(({ kpi }) => kpi));
  const options = kpis
    .filter(({ id, retired }) => !there.has(id) && !retired)
    .toSorted((one, other) => format.collator.compare(one.name, other.name))
    .map(({ id, name, area: of, computable }) => ({
      value: id,
      label: computable ? name : say('notYet', { name }),
      group: area(of),
    }));
  return <DimensionPicker label={`+ ${say('add')}`} value="" options={options} onChange={onAdd} />;
}
