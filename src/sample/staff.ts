import { hiredAt, leftAt, type Person } from './people.ts';
import { story } from './story.ts';
import type { World } from './world.ts';

const day = 86_400;
const trainings = ['protección de datos', 'phishing', 'uso del CRM'] as const;

/** What the people do in the CRM, what they may, what they learned: use, access, training, coaching. */
export function* putStaff(world: World): Generator<void, void, void> {
  for (const [i, person] of world.people.all.entries()) {
    putUse(world, person, i);
    putAccess(world, person, i);
    putTraining(world, person, i);
    yield;
  }
  putCoaching(world);
}

const meaningful = ['create', 'update', 'log'] as const;

/** Most use the CRM every day; in the careless office they look at it and write little. */
function putUse(world: World, person: Person, index: number): void {
  const { calendar, ids, sink } = world;
  const random = world.random.team.at(index * 4);
  const from = calendar.storyDay(person.hired);
  const to = person.left === null ? calendar.days : calendar.storyDay(person.left);
  const writes = person.team === 'Ventas' && person.office === story.careless.office ? story.careless.meaningfulUse : 1;
  const put = (type: string, entity: string | null, at: number): void => {
    const id = ids.next('user_event');
    sink.put('user_event', { id, user_id: person.id, type, entity, occurred_at: calendar.iso(at) });
  };
  for (let date = from; date < to; date++) {
    if (!calendar.isWorking(date) || (calendar.monthOf(date) === 8 && random.chance(0.5))) continue;
    const at = calendar.time(date, 32_400 + random.below(3600));
    if (random.chance(0.55)) put('login', null, at);
    if (random.chance(0.5 * writes))
      put(random.pick(meaningful), random.pick(['opportunity', 'activity', 'lead', 'account']), at + 60 + random.below(25_000));
    if (random.chance(0.12)) {
      const what = random.pick(['kpi', 'report']);
      const seen = at + 60 + random.below(25_000);
      put('view', what, seen);
      putDecision(world, person, index * 4096 + date, what, seen);
    }
    if (random.chance(0.006)) put('export', random.pick(['lead', 'account', 'contact']), at + 60 + random.below(25_000));
  }
}

/** Now and then somebody notes what follows from what they saw; managers most. */
function putDecision(world: World, person: Person, key: number, entity: string, seen: number): void {
  const random = world.random.decision.at(key);
  const isHead = person.role !== 'Comercial' && person.role !== 'Agente de soporte';
  if (!random.chance(isHead ? 0.25 : 0.06)) return;
  const id = world.ids.next('user_event');
  world.sink.put('user_event', { id, user_id: person.id, type: 'decision', entity, occurred_at: world.calendar.iso(seen + 300) });
}

/** Who may export, write or see what is sensitive; some keep it though they left, most are never reviewed. */
function putAccess(world: World, person: Person, index: number): void {
  const { calendar, ids, sink } = world;
  const random = world.random.team.at(index * 4 + 1);
  const since = Math.max(calendar.start, hiredAt(calendar, person));
  const left = leftAt(calendar, person);
  const isHead = person.role !== 'Comercial' && person.role !== 'Agente de soporte';
  const permissions = [...['read'], ...(random.chance(0.9) ? ['write'] : []), ...(random.chance(isHead ? 0.8 : 0.3) ? ['export'] : [])];
  if (random.chance(isHead ? 0.5 : 0.12)) permissions.push('sensitive');
  for (const permission of permissions) {
    const reviewed = since + random.below(900) * day;
    sink.put('access_grant', {
      id: ids.next('access_grant'),
      user_id: person.id,
      permission,
      granted_at: calendar.iso(since),
      revoked_at: left !== null && random.chance(0.6) ? calendar.seen(left + day) : null,
      reviewed_at: random.chance(0.45) ? calendar.seen(reviewed) : null,
    });
  }
}

function putTraining(world: World, person: Person, index: number): void {
  const { calendar, ids, sink } = world;
  const random = world.random.team.at(index * 4 + 2);
  const first = calendar.dayOf(hiredAt(calendar, person));
  for (const topic of trainings) {
    // Valid for a year and repeated by most.
    for (let date = first + 15 + random.below(60); date < calendar.days && random.chance(0.8); date += 330 + random.below(60)) {
      if (person.left !== null && date >= calendar.storyDay(person.left)) break;
      const facts = { user_id: person.id, topic, completed_on: calendar.date(date), valid_until: calendar.date(date + 365) };
      sink.put('training', { id: ids.next('training'), ...facts });
    }
  }
}

const topics = ['cualificación', 'negociación', 'gestión del tiempo', 'uso del CRM'];

/** Managers coach now and then; the one of the story every week of her first three months of it. */
function putCoaching(world: World): void {
  const { calendar, ids, sink } = world;
  const put = (person: Person, topic: string, at: number): void => {
    if (at > calendar.end) return;
    sink.put('coaching_action', {
      id: ids.next('coaching_action'),
      user_id: person.id,
      coach_id: person.managerId,
      topic,
      acted_at: calendar.iso(at),
    });
  };
  world.people.byTeam('Ventas').forEach((person, i) => {
    const random = world.random.team.at(i * 4 + 3);
    const { coached } = story;
    if (person.name === coached.name) {
      const from = calendar.storyStart(coached.from);
      for (let week = 0; week < 12; week++) put(person, 'negociación', calendar.afterWork(from + week * 7 * day, random.between(0.2, 0.8)));
      return;
    }
    for (let month = person.hired + 2; month < (person.left ?? 36); month++) {
      if (random.chance(0.05)) put(person, random.pick(topics), calendar.afterWork(calendar.storyStart(month), random.between(1, 15)));
    }
  });
}
