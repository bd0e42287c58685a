import type { Language } from './language.ts';

/** Words on accounts and rights, for the command line. */
interface PeopleWords {
  readonly roles: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, string>>;
  readonly columns: Readonly<
    Record<'name' | 'email' | 'role' | 'rows' | 'seen' | 'id' | 'key' | 'permissions' | 'expires' | 'used', string>
  >;
  readonly never: string;
  readonly closed: string;
  readonly steward: string;
  readonly invited: string;
  readonly nobody: string;
  readonly noKeys: string;
  readonly invitation: string;
  readonly mailed: string;
  readonly changed: string;
  readonly removed: string;
  readonly reset: string;
  readonly sessionsEnded: string;
  readonly keyMade: string;
  readonly keyEnded: string;
}

const es: PeopleWords = {
  roles: {
    owner: 'propietario',
    administrator: 'administrador',
    analyst: 'analista',
    manager: 'responsable',
    member: 'miembro',
    viewer: 'lector',
  },
  rows: { all: 'todo', own: 'lo suyo', team: 'su equipo', office: 'su oficina', department: 'su departamento', segment: 'segmento' },
  columns: {
    name: 'Nombre',
    email: 'Correo',
    role: 'Papel',
    rows: 'Ve',
    seen: 'Visto',
    id: 'ID',
    key: 'Clave',
    permissions: 'Permisos',
    expires: 'Caduca',
    used: 'Usada',
  },
  never: 'nunca',
  closed: 'cuenta cerrada',
  steward: 'custodio de datos',
  invited: 'invitado, hasta el {until}',
  nobody: 'Aún no hay ninguna cuenta. «cuadro serve» da el enlace para crear la del propietario.',
  noKeys: 'No hay ninguna clave.',
  invitation: 'Invitación para {email}; vale una vez, hasta el {until}:',
  mailed: 'También se ha enviado por correo.',
  changed: '{email}: {role}; ve {rows}.',
  removed: 'Eliminada la cuenta de {email}.',
  reset: 'Para que {email} ponga una contraseña nueva; vale una vez, durante una hora:',
  sessionsEnded: 'Sesiones cerradas: {count}.',
  keyMade: 'La clave, que no se volverá a mostrar:',
  keyEnded: 'Anulada la clave «{name}».',
};

const en: PeopleWords = {
  roles: { owner: 'owner', administrator: 'administrator', analyst: 'analyst', manager: 'manager', member: 'member', viewer: 'viewer' },
  rows: {
    all: 'everything',
    own: 'their own',
    team: 'their team',
    office: 'their office',
    department: 'their department',
    segment: 'segment',
  },
  columns: {
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    rows: 'Sees',
    seen: 'Seen',
    id: 'ID',
    key: 'Key',
    permissions: 'Permissions',
    expires: 'Expires',
    used: 'Used',
  },
  never: 'never',
  closed: 'account closed',
  steward: 'data steward',
  invited: 'invited, until {until}',
  nobody: 'There is no account yet. "cuadro serve" gives the link that makes the owner\'s.',
  noKeys: 'There is no key.',
  invitation: 'Invitation for {email}; good once, until {until}:',
  mailed: 'It was sent by e-mail too.',
  changed: '{email}: {role}; sees {rows}.',
  removed: 'Removed the account of {email}.',
  reset: 'For {email} to set a new password; good once, for an hour:',
  sessionsEnded: 'Sessions ended: {count}.',
  keyMade: 'The key, which will not be shown again:',
  keyEnded: 'Ended the key "{name}".',
};

export const peopleWords = (language: Language): PeopleWords => (language === 'es' ? es : en);
