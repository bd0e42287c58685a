import type { Random } from './random.ts';

const women = [
  ...['Carmen', 'Lucía', 'Elena', 'Marta', 'Nuria', 'Rocío', 'Alba', 'Inés', 'Pilar', 'Irene', 'Silvia', 'Teresa', 'Noelia', 'Aitana'],
  ...['Beatriz', 'Amparo', 'Sofía', 'Clara', 'Lorena', 'Mónica'],
];
const men = [
  ...['Javier', 'Álvaro', 'Sergio', 'Iván', 'Rubén', 'Pablo', 'Hugo', 'Óscar', 'Adrián', 'Jaime', 'Víctor', 'Joaquín', 'Andrés', 'Nicolás'],
  ...['Tomás', 'Emilio', 'Fernando', 'Gonzalo', 'Raúl', 'Ignacio'],
];
const surnames = [
  ...['Olmeda', 'Berzosa', 'Carrión', 'Duarte', 'Escudero', 'Fuentes', 'Galdón', 'Herrero', 'Izquierdo', 'Jurado', 'Lillo', 'Machado'],
  ...['Navarrete', 'Ocaña', 'Pastor', 'Quesada', 'Robledo', 'Sanchis', 'Tejedor', 'Urrutia', 'Valcárcel', 'Yáñez', 'Zamora', 'Ferreiro'],
  ...[
    'Benavent',
    'Cañizares',
    'Domènech',
    'Espejo',
    'Garrido',
    'Ibarra',
    'Lozano',
    'Montiel',
    'Núñez',
    'Peña',
    'Rius',
    'Soler',
    'Toledano',
  ],
  ...['Vidal', 'Arce', 'Bermejo'],
];
const starts = [
  'Alma',
  'Bel',
  'Cor',
  'Del',
  'Estra',
  'Fon',
  'Gar',
  'Larra',
  'Mira',
  'Nava',
  'Orbe',
  'Pala',
  'Rina',
  'Sala',
  'Torra',
  'Vera',
  'Zar',
];
const ends = [
  'bria',
  'cente',
  'dosa',
  'fuerte',
  'gonda',
  'lanza',
  'mosa',
  'nereda',
  'pinares',
  'quena',
  'rubia',
  'sol',
  'tiza',
  'vieja',
  'zuela',
];

/** How companies of an industry are called; none of them is meant to be a real one. */
const trades: Readonly<Record<string, readonly string[]>> = {
  Hostelería: ['Hotel', 'Restaurante', 'Hostal', 'Cafés'],
  Comercio: ['Comercial', 'Supermercados', 'Muebles', 'Almacenes'],
  Sanidad: ['Clínica', 'Centro Médico', 'Farmacia', 'Laboratorios'],
  Educación: ['Colegio', 'Academia', 'Escuela Infantil'],
  Oficinas: ['Asesoría', 'Estudio', 'Consultores', 'Despachos'],
  Industria: ['Talleres', 'Plásticos', 'Conservas', 'Envases'],
  Instaladores: ['Instalaciones', 'Climas', 'Montajes', 'Frío'],
};
const forms = ['S.L.', 'S.L.', 'S.L.', 'S.A.', 'S. Coop.'];

export function personName(random: Random): string {
  const given = random.chance(0.5) ? random.pick(women) : random.pick(men);
  return `${given} ${random.pick(surnames)} ${random.pick(surnames)}`;
}

export function companyName(random: Random, industry: string): string {
  const trade = random.pick(trades[industry] ?? ['Grupo']);
  return `${trade} ${random.pick(starts)}${random.pick(ends)}, ${random.pick(forms)}`;
}

const slugs = new Map<string, string>();

/** Lower case, without accents: for addresses. Remembers words, of which there are few. */
function slugWord(word: string): string {
  const known = slugs.get(word);
  if (known !== undefined) return known;
  const plain = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const made = plain.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  slugs.set(word, made);
  return made;
}

export const slug = (name: string): string => name.split(' ').map(slugWord).join('-');

/** `lucia.ferreiro@…` */
export function emailOf(name: string, domain: string): string {
  const [given, surname] = name.split(' ');
  return `${slugWord(given ?? '')}.${slugWord(surname ?? '')}@${domain}`;
}

/** A number of a range that Spain has not assigned. */
export function phone(random: Random): string {
  return `+34 555 ${100 + random.below(900)} ${100 + random.below(900)}`;
}
