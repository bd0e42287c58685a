import type { Metric } from '../metric.ts';
import type { Frame } from './frame.ts';
import type { World } from './rows.ts';
import type { Scan, ScanResult } from './scan.ts';
import type { Planned } from './series.ts';

/** How a metric of any kind puts its scans into a plan. */
export type MetricPlanner = (metric: Metric, frame: Frame, plan: Plan) => Planned;

/** The scans that a query needs, each once: metrics over the same rows and time share one pass. */
export class Plan {
  readonly world: World;
  private readonly planner: MetricPlanner;
  private readonly byKey = new Map<string, Scan>();

  constructor(world: World, planner: MetricPlanner) {
    this.world = world;
    this.planner = planner;
  }

  /** Plans a metric that is part of another. */
  metric(metric: Metric, frame: Frame): Planned {
    return this.planner(metric, frame, this);
  }

  /** @returns the plan's own scan of that key, which may be one that another metric brought. */
  add<S extends Scan<ScanResult>>(scan: S): S {
    const known = this.byKey.get(scan.key);
    // Keys begin with the kind of scan, so one of equal key is of the same class.
    if (known) return known as S;
    this.byKey.set(scan.key, scan);
    return scan;
  }

  get scans(): readonly Scan[] {
    return [...this.byKey.values()];
  }
}
