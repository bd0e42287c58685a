import type { DayRange } from '../../model/dialect.ts';
import type { Cell } from '../cell.ts';
import type { ComputedMetric, Panel, PanelRow } from '../metric.ts';
import { type Frame, groupKey, groupOf } from '../plan/frame.ts';
import { panelPeriods } from '../plan/panel.ts';
import type { Plan } from '../plan/plan.ts';
import type { Answers } from '../plan/scan.ts';
import type { Series } from '../plan/series.ts';
import { inputCell } from './input-cell.ts';

type Values = readonly (string | null)[];

/** The panels of a computed metric, answered. */
export interface AnsweredPanels {
  /** The groups, by the frame's own dimensions, that any panel has rows in. */
  readonly groups: Series['groups'];
  /** The rows of each panel in a cell's period and group. */
  at(period: number, group: Values): Readonly<Record<string, readonly PanelRow[]>>;
}

interface PlannedPanel {
  answered(answers: Answers): { readonly groups: Series['groups']; at(period: number, group: Values): readonly PanelRow[] };
}

/** Plans the panels over the frame of a computed metric, each in one pass for all cells. */
export function planPanels(panels: ComputedMetric['panels'], frame: Frame, plan: Plan): { series(answers: Answers): AnsweredPanels } {
  const planned = Object.entries(panels ?? {}).map(([name, panel]) => ({ name, panel: planPanel(name, panel, frame, plan) }));
  return {
    series: (answers) => {
      const answered = planned.map(({ name, panel }) => ({ name, panel: panel.answered(answers) }));
      return {
        groups: new Map(answered.flatMap(({ panel }) => [...panel.groups])),
        at: (period, group) => Object.fromEntries(answered.map(({ name, panel }) => [name, panel.at(period, group)])),
      };
    },
  };
}

const keyOf = ({ start, end }: DayRange): string => `${start}/${end}`;

function planPanel(name: string, panel: Panel, frame: Frame, plan: Plan): PlannedPanel {
  const rules = plan.world.catalog.settings;
  const own = panel.by ?? [];
  const by = [...frame.by, ...own.filter((dimension) => !frame.by.includes(dimension))];
  const byCell = frame.periods.map((period) => panelPeriods(panel, period, frame.lastCompleteDay, rules));
  const distinct = new Map(byCell.flat().map((period) => [keyOf(period), period]));
  const periods = [...distinct.values()].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const position = new Map(periods.map((period, index) => [keyOf(period), index]));
  const inner: Frame = { ...frame, periods, by, grain: panel.grain ?? frame.grain };
  // Nothing is complete yet: no scan, and each row has no cells.
  const planned = periods.length === 0 ? null : plan.metric(panel.metric, inner);
  return {
    answered: (answers) => {
      const series = planned?.series(answers) ?? null;
      const outer = new Map<string, Values>();
      const within = new Map<string, { key: string; values: Values }[]>();
      for (const [key, values] of inOrder(series?.groups ?? new Map())) {
        const around = values.slice(0, frame.by.length);
        outer.set(groupKey(around), around);
        within.set(groupKey(around), [...(within.get(groupKey(around)) ?? []), { key, values }]);
      }
      const made = new Map<string, Cell>();
      const cellAt = (period: number, key: string, values: Values, answered: Series): Cell => {
        const place = `${period} ${key}`;
        const cell = made.get(place) ?? inputCell(name, answered.at(period, key), inner, period, groupOf(by, values));
        made.set(place, cell);
        return cell;
      };
      const rowOf = (period: number, { key, values }: { key: string; values: Values }): PanelRow => {
        const all = groupOf(by, values);
        return {
          group: Object.fromEntries(own.map((dimension) => [dimension, all[dimension] ?? null])),
          cells: (byCell[period] ?? []).flatMap((one) => (series ? [cellAt(position.get(keyOf(one)) ?? 0, key, values, series)] : [])),
        };
      };
      return {
        groups: outer,
        at: (period, group) => {
          // Without dimensions of its own the row of the cell's group is there also when it is empty.
          if (by.length === frame.by.length) return [rowOf(period, { key: groupKey(group), values: group })];
          return (within.get(groupKey(group)) ?? []).map((one) => rowOf(period, one)).filter(({ cells }) => cells.some(tells));
        },
      };
    },
  };
}

/** Whether a cell has anything in it: groups without any in a cell's own periods are none of its rows, whatever other cells have. */
const tells = ({ n, value, numerator }: Cell): boolean => n > 0 || (value ?? 0) !== 0 || (numerator ?? 0) !== 0;

/** By their values as text, unknown ones last. */
function inOrder(groups: Series['groups']): readonly (readonly [string, Values])[] {
  const text = (values: Values) => values.map((value) => value ?? '\uffff').join('\u0000');
  return [...groups].sort(([, left], [, right]) => (text(left) < text(right) ? -1 : 1));
}
