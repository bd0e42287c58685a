import type { Calendar } from './calendar.ts';
import { emailOf, personName } from './names.ts';
import { type Office, offices } from './places.ts';
import type { Random } from './random.ts';
import { story, volume } from './story.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly team: string;
  readonly office: Office;
  readonly department: string;
  readonly managerId: string | null;
  /** Months of the story. */
  readonly hired: number;
  readonly left: number | null;
  readonly hourlyCost: number;
  readonly skills: string;
  readonly winRate: number;
  readonly cycle: number;
  readonly value: number;
  readonly calls: number;
}

type Function = 'sales' | 'marketing' | 'service' | 'retention' | 'other';

export interface People {
  readonly all: readonly Person[];
  readonly byTeam: (team: string) => readonly Person[];
  /** Who sells in an office in a month of the story. */
  readonly sellers: (office: Office, month: number) => readonly Person[];
  readonly agents: (month: number) => readonly Person[];
  readonly keepers: readonly Person[];
  readonly staff: (what: Function, month: number) => readonly Person[];
}

const functions: Readonly<Record<string, Function>> = {
  Ventas: 'sales',
  Marketing: 'marketing',
  Soporte: 'service',
  Clientes: 'retention',
};
const skills = ['negociación', 'prospección', 'cálculo técnico', 'inglés', 'gestión de obra', 'licitaciones', 'demostraciones'];

/** The company's people; above scale 1 there are more sales people and agents, below it as many as at 1. */
export function makePeople(random: Random, scale: number): People {
  const all: Person[] = [];
  const names = new Set<string>([story.star.name, story.struggling.name, story.coached.name]);
  const many = Math.max(1, scale);
  const hire = (facts: Partial<Person> & Pick<Person, 'role' | 'team' | 'office' | 'department' | 'hourlyCost'>): Person => {
    const number = all.length + 1;
    random.at(number);
    let name = facts.name ?? personName(random);
    for (let tries = 0; facts.name === undefined && names.has(name) && tries < 20; tries++) name = personName(random);
    names.add(name);
    const person: Person = {
      id: `U${number}`,
      managerId: null,
      hired: 0,
      left: null,
      winRate: random.between(0.88, 1.12),
      cycle: random.between(0.9, 1.1),
      value: random.between(0.93, 1.07),
      calls: random.between(0.85, 1.15),
      skills: [...new Set([random.pick(skills), random.pick(skills)])].join(', '),
      ...facts,
      name,
      email: emailOf(name, 'frescaluz.example').replace('@', number > 60 ? `${number}@` : '@'),
    };
    all.push(person);
    return person;
  };
  const head = hire({ role: 'Dirección comercial', team: 'Dirección', office: 'Madrid', department: 'Dirección', hourlyCost: 48 });
  for (const office of offices) {
    const manager = hire({
      role: 'Responsable de oficina',
      team: 'Jefaturas',
      office,
      department: 'Ventas',
      hourlyCost: 36,
      managerId: head.id,
    });
    const count = Math.round(volume.sellers[office] * many);
    for (let i = 0; i < count; i++) hire({ ...seller(office, i, count), managerId: manager.id });
  }
  const team = (count: number, facts: Omit<Parameters<typeof hire>[0], 'office' | 'managerId'>, month: (i: number) => Partial<Person>) => {
    for (let i = 0; i < count; i++) hire({ ...facts, office: offices[i % 3] ?? 'Madrid', managerId: head.id, ...month(i) });
  };
  team(4, { role: 'Marketing', team: 'Marketing', department: 'Marketing', hourlyCost: 25 }, (i) => ({ hired: i * 3 }));
  const agents = Math.round(volume.agents * many);
  const leaving = Math.round(agents / 3);
  const { from, to } = story.serviceCrisis;
  team(agents, { role: 'Agente de soporte', team: 'Soporte', department: 'Servicio', hourlyCost: 19 }, (i) =>
    i < leaving ? { left: from } : {},
  );
  team(leaving, { role: 'Agente de soporte', team: 'Soporte', department: 'Servicio', hourlyCost: 18 }, () => ({ hired: to }));
  team(2, { role: 'Gestión de clientes', team: 'Clientes', department: 'Clientes', hourlyCost: 24 }, (i) => ({ hired: i * 5 }));
  team(2, { role: 'Datos y sistemas', team: 'Datos', department: 'Administración', hourlyCost: 27 }, () => ({}));
  return index(all);
}

function seller(
  office: Office,
  i: number,
  count: number,
): Partial<Person> & Pick<Person, 'role' | 'team' | 'office' | 'department' | 'hourlyCost'> {
  const base = { role: 'Comercial', team: 'Ventas', office, department: 'Ventas', hourlyCost: 23 } as const;
  if (office === 'Valencia' && i === 0) return { ...base, ...story.star, skills: 'cálculo técnico, demostraciones' };
  if (office === 'Madrid' && i === 0) return { ...base, ...story.struggling, skills: 'prospección' };
  if (office === 'Madrid' && i === 1) return { ...base, name: story.coached.name };
  // Two thirds are there from the start; one of Madrid's leaves after twenty months.
  const hired = i < (count * 2) / 3 ? 0 : 3 + ((i * 5) % 12);
  return { ...base, hired, left: office === 'Madrid' && i === 2 ? 20 : null };
}

function index(all: readonly Person[]): People {
  const present = (list: readonly Person[]) =>
    Array.from({ length: 36 }, (_, month) => list.filter((who) => who.hired <= month && (who.left === null || who.left > month)));
  const team = (name: string) => all.filter((who) => who.team === name);
  const agents = present(team('Soporte'));
  const sellers = new Map(offices.map((office) => [office, present(team('Ventas').filter((who) => who.office === office))]));
  const everyone = present(all);
  return {
    all,
    byTeam: team,
    sellers: (office, month) => sellers.get(office)?.[Math.min(month, 35)] ?? [],
    agents: (month) => agents[Math.min(month, 35)] ?? [],
    keepers: team('Clientes').slice(0, 1),
    staff: (what, month) =>
      (everyone[month] ?? []).filter((who) => (who.team === 'Jefaturas' ? 'sales' : (functions[who.team] ?? 'other')) === what),
  };
}

/** A sales person's way of working at a time: the coached one changes. */
export function winRateOf(person: Person, month: number): number {
  if (person.name !== story.coached.name) return person.winRate;
  return month < story.coached.from ? story.coached.winRateBefore : story.coached.winRateAfter;
}

export const hiredAt = (calendar: Calendar, person: Person): number => calendar.storyStart(person.hired) + 8 * 3600;
export const leftAt = (calendar: Calendar, person: Person): number | null =>
  person.left === null ? null : calendar.storyStart(person.left) - 6 * 3600;
