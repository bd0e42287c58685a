import { describe, expect, test } from 'vitest';
import { kpis as catalogue } from '../../kpis/catalogue.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import type { Wish } from './candidates.ts';
import { choice } from './choice.ts';
import type { Goal } from './goal.ts';
import { goals } from './goals.ts';
import { packs } from './packs.ts';
import { questions } from './questions.ts';
import { roles } from './roles.ts';
import { selectKpis } from './select.ts';
import { catalogueOf, kpiLike, readyBut } from './testing/kpi.ts';
import { understand } from './understand.ts';

const nothing: Wish = { goals: [], answers: [], industry: null, role: null };

const goalOf = (list: Goal['kpis'], avoid: Goal['avoid'] = []): Goal => ({
  id: 'made_up',
  name: { es: 'Uno', en: 'One' },
  phrases: [],
  kpis: list,
  avoid,
});
const asks = (...fits: readonly (readonly [string, 1 | 2 | 3])[]) =>
  goalOf(fits.map(([kpi, fit]) => choice(kpi, fit, `por ${kpi}`, `for ${kpi}`)));

const announces = kpiLike('announces', { timing: 'leading' });
const fails = kpiLike('fails', { nature: 'failure' });
const trio = [announces, kpiLike('results'), fails];
const askTrio = [
  ['announces', 3],
  ['results', 3],
  ['fails', 3],
] as const;

const lists = (wish: Partial<Wish>, list = trio, lacking: readonly string[] = [], limit = 12) => {
  const { use, aspire, discard, findings } = selectKpis(
    { ...nothing, ...wish },
    { kpis: catalogueOf(...list), readiness: readyBut(...lacking) },
    limit,
  );
  return {
    use: use.map(({ kpi }) => kpi.id),
    aspire: aspire.map(({ kpi }) => kpi.id),
    discard: discard.map(({ kpi, verdict }) => [kpi.id, verdict.code]),
    findings: findings.map(({ code }) => code),
  };
};

describe('rule 1 of the source texts', () => {
  const firstFor = (text: string) =>
    selectKpis({ ...nothing, goals: understand(text, goals.values()) }, { kpis: catalogue, readiness: readyBut() }, 12).use[0]?.kpi.ref;

  test('«expandir la base de clientes» recommends new customers', () => {
    expect(firstFor('expandir la base de clientes')).toBe('K-066');
    expect(firstFor('expand the customer base')).toBe('K-066');
  });

  test('«mejorar la satisfacción» recommends the Net Promoter Score', () => {
    const { use } = selectKpis(
      { ...nothing, goals: understand('mejorar la satisfacción', goals.values()) },
      { kpis: catalogue, readiness: readyBut() },
      12,
    );
    expect(use.slice(0, 2).map(({ kpi }) => kpi.ref)).toContain('K-105');
  });
});

describe('on a workspace that has all data', () => {
  const surroundings = { kpis: catalogue, readiness: readyBut() };
  const wishes: readonly (readonly [string, Wish])[] = [
    ...[...goals.values()].map((goal) => [`the goal ${goal.id}`, { ...nothing, goals: [goal] }] as const),
    ...[...packs.values()].map((industry) => [`the industry ${industry.id}`, { ...nothing, industry }] as const),
    ...[...roles.values()].map((role) => [`the role ${role.id}`, { ...nothing, role }] as const),
    ...[...questions.values()].map(
      (question) => [`the question ${question.id}`, { ...nothing, answers: [{ question, answer: question.leads }] }] as const,
    ),
    ['every goal at once', { ...nothing, goals: [...goals.values()] }],
  ];

  test.each(wishes)('%s gives a short sound list', (_, wish) => {
    const { use, aspire, discard, findings } = selectKpis(wish, surroundings, 12);
    const primaries = use.filter(({ part }) => part === 'primary');
    expect(primaries.length).toBeGreaterThan(2);
    expect(primaries.length).toBeLessThanOrEqual(12);
    expect(aspire).toEqual([]);
    const ids = [...use, ...discard].map(({ kpi }) => kpi.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(primaries.some(({ kpi }) => kpi.timing === 'leading')).toBe(true);
    expect(primaries.some(({ kpi }) => kpi.timing === 'lagging')).toBe(true);
    expect(primaries.some(({ kpi }) => kpi.nature === 'failure')).toBe(true);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ code }) => code === 'activity_without_progress')).toEqual([]);
    for (const entry of use) expect(entry.reasons.length > 0 || ['guards', 'balances'].includes(entry.verdict.code)).toBe(true);
  });
});

test('ranks by how closely a KPI belongs to the goals, and two goals that name it say more than one', () => {
  const list = [...trio, kpiLike('both')];
  const one = asks(['both', 2], ...askTrio);
  const other = { ...asks(['both', 2]), id: 'other' };
  expect(lists({ goals: [one] }, list).use.at(-1)).toBe('both');
  expect(lists({ goals: [one, other] }, list).use).toContain('both');
  const scores = (wish: Wish) =>
    selectKpis(wish, { kpis: catalogueOf(...list), readiness: readyBut() }, 12).use.find(({ kpi }) => kpi.id === 'both')?.score ?? 0;
  expect(scores({ ...nothing, goals: [one, other] })).toBeGreaterThan(scores({ ...nothing, goals: [one] }));
});

test('what fits but lacks data is aspired to; what would add little is left', () => {
  const list = [...trio, kpiLike('dear'), kpiLike('cheap')];
  expect(lists({ goals: [asks(...askTrio, ['dear', 2], ['cheap', 1])] }, list, ['dear', 'cheap'])).toEqual({
    use: ['announces', 'results', 'fails'],
    aspire: ['dear'],
    discard: [['cheap', 'not_worth_the_data']],
    findings: [],
  });
});

test('what only gives context is left, with its reason', () => {
  const goal = asks(...askTrio, ['frame', 1]);
  const { discard } = selectKpis(
    { ...nothing, goals: [goal] },
    { kpis: catalogueOf(...trio, kpiLike('frame')), readiness: readyBut() },
    12,
  );
  expect(discard.map(({ kpi, verdict }) => [kpi.id, verdict])).toEqual([
    ['frame', { code: 'context', kpis: [], why: { es: 'por frame', en: 'for frame' } }],
  ]);
});

test('KPIs that the catalogue does not have are not spoken of', () => {
  expect(lists({ goals: [asks(...askTrio, ['elsewhere', 3])] }).use).toEqual(['announces', 'results', 'fails']);
});

test('beyond the limit the weakest are left, but never the only one that announces, results or fails', () => {
  const extra = [1, 2, 3].map((number) => kpiLike(`more${number}`));
  const goal = asks(['more1', 3], ['more2', 3], ['more3', 3], ['announces', 2], ['fails', 1]);
  expect(lists({ goals: [goal] }, [...trio, ...extra], [], 3)).toEqual({
    use: ['more1', 'announces', 'fails'],
    aspire: [],
    discard: [
      ['more2', 'beyond_limit'],
      ['more3', 'beyond_limit'],
    ],
    findings: [],
  });
});

test('a limit above twelve is warned of', () => {
  const many = Array.from({ length: 13 }, (_, index) => kpiLike(`k${index}`));
  const goal = asks(...askTrio, ...many.map(({ id }) => [id, 2] as const));
  expect(lists({ goals: [goal] }, [...trio, ...many], [], 16).findings).toEqual(['too_many']);
  expect(lists({ goals: [goal] }, [...trio, ...many]).findings).toEqual([]);
});

describe('a set that lacks something', () => {
  test('gets it from the rest of the catalogue, of the same area if it can', () => {
    const far = kpiLike('far', { nature: 'failure', area: 'data' });
    const near = kpiLike('near', { nature: 'failure', area: 'customers' });
    const goal = asks(['announces', 3], ['results', 3]);
    expect(lists({ goals: [goal] }, [announces, kpiLike('results'), far, near])).toMatchObject({
      use: ['announces', 'results', 'near'],
      findings: [],
    });
    expect(lists({ goals: [goal] }, [announces, kpiLike('results'), far, near], ['near']).use).toEqual(['announces', 'results', 'far']);
  });

  test('says so when the data have nothing to offer', () => {
    const goal = asks(...askTrio);
    expect(lists({ goals: [goal] }, trio, ['fails'])).toEqual({
      use: ['announces', 'results'],
      aspire: ['fails'],
      discard: [],
      findings: ['no_failure'],
    });
    expect(lists({ goals: [goal] }, trio, ['announces', 'results', 'fails']).findings).toEqual(['nothing_chosen']);
  });
});

describe('an activity', () => {
  const calls = kpiLike('calls', { nature: 'activity', timing: 'leading', partner: 'wins' });
  const list = [...trio, calls, kpiLike('wins')];

  test('stands beside its progress, which is brought in, and does not count', () => {
    const { use } = selectKpis(
      { ...nothing, goals: [asks(...askTrio, ['calls', 2])] },
      { kpis: catalogueOf(...list), readiness: readyBut() },
      12,
    );
    expect(use.map(({ kpi, part, verdict }) => [kpi.id, part, verdict.code])).toEqual([
      ['announces', 'primary', 'fits'],
      ['results', 'primary', 'fits'],
      ['fails', 'primary', 'fits'],
      ['calls', 'companion', 'activity_beside'],
      ['wins', 'guard', 'guards'],
    ]);
  });

  test('that the goal hardly wants is left for its progress', () => {
    expect(lists({ goals: [asks(...askTrio, ['calls', 1])] }, list)).toMatchObject({
      use: ['announces', 'results', 'fails'],
      discard: [['calls', 'activity']],
    });
    expect(lists({ goals: [asks(...askTrio, ['calls', 1])] }, list, ['wins']).discard).toEqual([['calls', 'activity']]);
  });

  test('whose progress cannot be computed is used, with a warning', () => {
    expect(lists({ goals: [asks(...askTrio, ['calls', 2])] }, list, ['wins'])).toMatchObject({
      use: ['announces', 'results', 'fails', 'calls'],
      findings: ['activity_without_progress'],
    });
  });
});

describe('calls per agent', () => {
  const list = [...trio, kpiLike('calls_per_agent'), kpiLike('csat')];
  const goal = asks(...askTrio, ['calls_per_agent', 3]);

  test('brings satisfaction with it', () => {
    expect(lists({ goals: [goal] }, list)).toMatchObject({
      use: ['announces', 'results', 'fails', 'calls_per_agent', 'csat'],
      findings: [],
    });
  });

  test('is left when there is none', () => {
    expect(lists({ goals: [goal] }, list, ['csat'])).toMatchObject({
      use: ['announces', 'results', 'fails'],
      discard: [['calls_per_agent', 'guard_missing']],
    });
  });
});

test('what misleads for a goal is left, unless another goal wants it', () => {
  const list = [...trio, kpiLike('visits')];
  const wary = goalOf(asks(...askTrio).kpis, [{ kpi: 'visits', why: { es: 'No.', en: 'No.' } }]);
  expect(lists({ goals: [wary] }, list).discard).toEqual([['visits', 'misleads']]);
  expect(lists({ goals: [wary, { ...asks(['visits', 3]), id: 'other' }] }, list).use).toContain('visits');
});

test('of two that say the same, the better one is kept', () => {
  const list = [...trio, kpiLike('close_rate'), kpiLike('opportunity_conversion_rate')];
  const goal = asks(...askTrio, ['close_rate', 3], ['opportunity_conversion_rate', 2]);
  expect(lists({ goals: [goal] }, list).discard).toEqual([['close_rate', 'same_thing']]);
  expect(lists({ goals: [goal] }, list, ['opportunity_conversion_rate']).use).toContain('close_rate');
});

describe('answers', () => {
  const question = questions.get('complaints_churn');
  if (!question) throw new Error('no such question');

  test('lead to KPIs and to the goals behind them', () => {
    const { goals: behind, use } = selectKpis(
      { ...nothing, answers: [{ question, answer: 'yes' }] },
      { kpis: catalogue, readiness: readyBut() },
      12,
    );
    expect(behind).toEqual(['retention', 'satisfaction']);
    expect(use[0]?.kpi.id).toBe('churn_rate');
    expect(use[0]?.reasons[0]).toMatchObject({ from: 'question', id: 'complaints_churn' });
  });

  test('of the other kind ask for nothing', () => {
    const {
      goals: behind,
      use,
      discard,
      findings,
    } = selectKpis({ ...nothing, answers: [{ question, answer: 'no' }] }, { kpis: catalogue, readiness: readyBut() }, 12);
    expect([behind, use, discard, findings]).toEqual([[], [], [], []]);
  });
});

test('an industry only strengthens what a goal asks for; without a goal it is what there is', () => {
  const saas = packs.get('saas') ?? null;
  const growth = goals.get('customer_growth');
  if (!growth) throw new Error('no such goal');
  const surroundings = { kpis: catalogue, readiness: readyBut() };
  const scoreOf = (wish: Partial<Wish>, id: string) =>
    selectKpis({ ...nothing, ...wish }, surroundings, 12).use.find(({ kpi }) => kpi.id === id)?.score ?? 0;
  expect(scoreOf({ goals: [growth], industry: saas }, 'cac')).toBeGreaterThan(scoreOf({ goals: [growth] }, 'cac'));
  expect(scoreOf({ goals: [growth], industry: saas }, 'nps')).toBe(0);
  expect(selectKpis({ ...nothing, industry: saas }, surroundings, 12).use[0]?.kpi.id).toBe('churn_rate');
});

describe('what is told of each', () => {
  const select = (wish: Partial<Wish>, list: readonly Kpi[], lacking: readonly string[] = [], limit = 12) =>
    selectKpis({ ...nothing, ...wish }, { kpis: catalogueOf(...list), readiness: readyBut(...lacking) }, limit);
  const verdicts = (selection: ReturnType<typeof select>) =>
    Object.fromEntries([...selection.use, ...selection.aspire, ...selection.discard].map(({ kpi, verdict }) => [kpi.id, verdict]));

  test('its rank: four fifths how strongly it is asked for, a fifth its own fitness, whether it can be measured apart', () => {
    const goal = asks(...askTrio, ['dear', 2]);
    const { use, aspire } = select({ goals: [goal] }, [...trio, kpiLike('dear')], ['dear']);
    const [first] = use;
    const own = first?.fitness.criteria.filter(({ criterion }) => criterion !== 'measurable') ?? [];
    expect(own).toHaveLength(5);
    const mean = own.reduce((sum, { score }) => sum + score, 0) / 5;
    expect(first?.score).toBeCloseTo(0.9 * (0.8 + 0.2 * mean), 12);
    // Its data lack, which does not lower it: the same fitness otherwise.
    expect(aspire[0]?.score).toBeCloseTo(0.6 * (0.8 + 0.2 * mean), 12);
  });

  test('of two asked for alike the fitter one comes first', () => {
    const goal = asks(['vague', 3], ['sharp', 3], ...askTrio);
    const vague = kpiLike('vague', { direction: 'none', drillBy: [] });
    expect(
      select({ goals: [goal] }, [...trio, vague, kpiLike('sharp')])
        .use.map(({ kpi }) => kpi.id)
        .at(-1),
    ).toBe('vague');
  });

  test('its fitness for the goals and the industry that were asked', () => {
    const saas = packs.get('saas') ?? null;
    const retention = goals.get('retention');
    if (!retention) throw new Error('no such goal');
    const { use } = selectKpis({ ...nothing, goals: [retention], industry: saas }, { kpis: catalogue, readiness: readyBut() }, 12);
    const churn = use.find(({ kpi }) => kpi.id === 'churn_rate')?.fitness.criteria ?? [];
    const reasonsOf = (criterion: string) => churn.find((one) => one.criterion === criterion)?.reasons ?? [];
    expect(reasonsOf('relevant')).toEqual([{ code: 'serves_goals', values: { goals: 'retention' } }]);
    expect(reasonsOf('specific')[1]).toEqual({ code: 'of_the_industry', values: { industries: 'saas' } });
  });

  test('the verdict names what it goes by', () => {
    const wins = kpiLike('wins');
    const calls = kpiLike('calls', { nature: 'activity', guards: ['wins', 'gains', 'results'] });
    const list = [...trio, kpiLike('close_rate'), kpiLike('opportunity_conversion_rate'), calls, wins, kpiLike('gains')];
    const goal = asks(...askTrio, ['close_rate', 3], ['opportunity_conversion_rate', 3], ['calls', 3]);
    const found = verdicts(select({ goals: [goal] }, list, ['wins']));
    expect(found.results).toEqual({ code: 'fits', kpis: [], why: null });
    expect(found.close_rate).toMatchObject({ code: 'same_thing', kpis: ['opportunity_conversion_rate'] });
    // Of the progress beside it, what can be computed; one of it is there already.
    expect(found.calls).toMatchObject({ code: 'activity_beside', kpis: ['gains', 'results'] });
    expect(Object.keys(found)).not.toContain('gains');
  });

  test('what is brought in beside another says beside which, with what speaks for it anyway', () => {
    const list = [...trio, kpiLike('calls_per_agent'), kpiLike('csat'), kpiLike('nps')];
    const goal = asks(...askTrio, ['calls_per_agent', 3], ['csat', 1]);
    const { use } = select({ goals: [goal] }, list);
    const guard = use.find(({ kpi }) => kpi.id === 'csat');
    expect(guard).toMatchObject({ part: 'guard', verdict: { code: 'guards', kpis: ['calls_per_agent'] } });
    expect(guard?.reasons.map(({ why }) => why.en)).toEqual(['for csat']);
    expect(use.map(({ kpi }) => kpi.id)).not.toContain('nps');
    // Loyalty is there: satisfaction is not brought in, though it comes first.
    const loyal = select({ goals: [asks(...askTrio, ['calls_per_agent', 3], ['nps', 3])] }, list).use.map(({ kpi }) => kpi.id);
    expect(loyal).toContain('nps');
    expect(loyal).not.toContain('csat');
  });

  test('what only should not stand alone brings nothing and stays', () => {
    const list = [...trio, kpiLike('avg_resolution_time'), kpiLike('csat')];
    const { use, findings } = select({ goals: [asks(...askTrio, ['avg_resolution_time', 3])] }, list);
    expect(use.map(({ kpi }) => kpi.id)).toEqual(['avg_resolution_time', 'announces', 'results', 'fails']);
    expect(findings.map(({ code }) => code)).toEqual(['stands_alone']);
    const without = select({ goals: [asks(...askTrio, ['avg_resolution_time', 3])] }, list, ['csat']);
    expect(without.use.map(({ kpi }) => kpi.id)).toContain('avg_resolution_time');
  });

  test('of two that say the same the lesser is kept where the better was not asked for, or misleads', () => {
    const list = [...trio, kpiLike('close_rate'), kpiLike('opportunity_conversion_rate')];
    const plain = asks(...askTrio, ['close_rate', 3]);
    expect(verdicts(select({ goals: [plain] }, list)).close_rate?.code).toBe('fits');
    const wary = goalOf(plain.kpis, [{ kpi: 'opportunity_conversion_rate', why: { es: 'No.', en: 'No.' } }]);
    const found = verdicts(select({ goals: [wary] }, list));
    expect([found.close_rate?.code, found.opportunity_conversion_rate?.code]).toEqual(['fits', 'misleads']);
  });

  test('the limit counts what is acted on: not what is left out, nor what stands beside', () => {
    const calls = kpiLike('calls', { nature: 'activity', partner: 'wins' });
    const list = [kpiLike('close_rate'), kpiLike('opportunity_conversion_rate'), calls, kpiLike('wins'), ...trio];
    const goal = asks(['close_rate', 3], ['calls', 3], ['opportunity_conversion_rate', 3], ...askTrio);
    const { use, discard } = select({ goals: [goal] }, list, [], 4);
    expect(use.filter(({ part }) => part === 'primary').map(({ kpi }) => kpi.id)).toEqual([
      'opportunity_conversion_rate',
      'announces',
      'results',
      'fails',
    ]);
    expect(discard.map(({ verdict }) => verdict.code)).toEqual(['same_thing']);
  });

  test('a dozen with their companions are not too many', () => {
    const calls = kpiLike('calls', { nature: 'activity', partner: 'wins' });
    const many = Array.from({ length: 9 }, (_, index) => kpiLike(`k${index}`));
    const goal = asks(...askTrio, ['calls', 3], ...many.map(({ id }) => [id, 3] as const));
    const { use, findings } = select({ goals: [goal] }, [...trio, ...many, calls, kpiLike('wins')]);
    expect(use).toHaveLength(14);
    expect(findings).toEqual([]);
  });

  test('the least of a role’s board is wanted all the same, and waits for its data', () => {
    const role = { id: 'boss', name: { es: 'Uno', en: 'One' }, phrases: [], kpis: asks(...askTrio, ['last', 1]).kpis };
    expect(select({ role }, [...trio, kpiLike('last')], ['last']).aspire.map(({ kpi }) => kpi.id)).toEqual(['last']);
  });
});
