import type { Language } from './language.ts';

interface FindingWords {
  /** What is so. */
  readonly what: string;
  /** Why it matters; empty for what is well. */
  readonly why: string;
  readonly fix: string;
}

const w = (what: string, why = '', fix = ''): FindingWords => ({ what, why, fix });

const es: Readonly<Record<string, FindingWords>> = {
  node: w('Node {version}'),
  node_old: w(
    'Node {version} es demasiado antiguo',
    'Cuadro necesita Node {least}.',
    'Arranque con bin/cuadro, que trae el suyo, o actualice Node.',
  ),
  memory: w('{gigabytes} GB de memoria'),
  memory_low: w('Solo {gigabytes} GB de memoria', 'Las cargas grandes pueden fallar.', 'Dé al menos 2 GB a la máquina.'),
  disk: w('{free} GB libres en disco'),
  disk_low: w('Quedan {free} GB en disco', 'Una carga o una copia puede necesitar {needed} GB.', 'Libere espacio o amplíe el disco.'),
  disk_full: w('El disco está lleno ({free} GB libres)', 'No se puede guardar nada más.', 'Libere espacio antes de seguir.'),
  disk_unknown: w('No se puede examinar la carpeta: {message}', 'Sin ella no se puede trabajar.', '{fix}'),
  files: w('Permisos de los archivos'),
  folder_denied: w(
    'Falta permiso de escritura en {path}',
    'No se puede guardar nada.',
    'Dé la carpeta al usuario con el que corre Cuadro.',
  ),
  file_exposed: w('Otros usuarios pueden leer {path}', 'Guarda cuentas o claves.', 'chmod 600 {path}'),
  data_exposed: w('Otros usuarios de la máquina pueden leer {path}', 'Contiene los datos de la empresa.', 'chmod 700 {folder}'),
  settings_open: w('Cualquiera puede cambiar {path}', 'Quien cambia los ajustes cambia lo que se ve.', 'chmod 644 {path}'),
  clock: w('Reloj en hora; zona {zone}'),
  clock_past: w('El reloj marca {now}', 'Sesiones, segundos factores y auditoría dependen de él.', 'Póngalo en hora, mejor con NTP.'),
  clock_behind: w(
    'El reloj ({now}) va por detrás de {path}',
    'Sesiones, segundos factores y auditoría dependen de él.',
    'Póngalo en hora, mejor con NTP.',
  ),
  workspace_none: w(
    'En {path} no hay espacio de trabajo',
    'No hay nada que examinar.',
    'Créelo con «cuadro init», o diga dónde está con --data.',
  ),
  config: w('Configuración válida'),
  config_wrong: w('Configuración: {message} {where}', 'El servidor no arranca así.', '{fix}'),
  warehouse: w('Almacén de datos'),
  warehouse_wrong: w('Almacén de datos: {message}', 'Sin él no hay indicadores.', '{fix}'),
  store: w('Almacén de la aplicación: {engine}'),
  store_wrong: w('Almacén de la aplicación: {message}', 'Sin él no hay cuentas ni auditoría.', '{fix}'),
  store_damaged: w(
    'El almacén de la aplicación está dañado: {problem}',
    'Puede perder cuentas y auditoría.',
    'Pare el servidor y restaure la última copia con «cuadro restore».',
  ),
  audit: w('Registro de auditoría íntegro: {entries} entradas'),
  audit_broken: w(
    'Registro de auditoría alterado en la entrada {sequence} ({how})',
    'Alguien con acceso a la base de datos lo ha tocado.',
    'Compárelo con una copia anterior y averigüe quién tuvo acceso.',
  ),
  backup: w('Última copia hace {days} días'),
  backup_old: w(
    'La última copia es de hace {days} días',
    'Lo hecho desde entonces se perdería con el disco.',
    'Haga una con «cuadro backup», o ponga backups.folder para que se hagan solas.',
  ),
  backup_never: w(
    'No se ha hecho ninguna copia',
    'Si falla el disco, se pierde todo.',
    'Haga una con «cuadro backup», o ponga backups.folder para que se hagan solas.',
  ),
  jobs: w('Tareas al día'),
  jobs_stuck: w(
    '{count} tareas llevan horas en marcha: {kinds}',
    'Pueden haberse quedado colgadas.',
    'Mírelas con «cuadro jobs» y cancélelas si no avanzan.',
  ),
  jobs_late: w('{count} tareas esperan desde hace horas', 'Nadie las está haciendo.', 'Arranque el servidor: las tareas corren en él.'),
  jobs_failed: w(
    '{count} tareas han fallado en la última semana: {kinds}',
    'Lo que debían hacer no está hecho.',
    'Vea el motivo con «cuadro jobs».',
  ),
  outbox: w('Avisos y correos al día'),
  outbox_late: w(
    '{count} avisos llevan más de una hora sin salir: {errors}',
    'A quien esperan no le han llegado por correo ni por su canal; en la bandeja están.',
    'Compruebe el servidor de correo y los canales con «cuadro channels»; se reintenta durante tres días.',
  ),
  outbox_failed: w(
    '{count} avisos no han podido salir en la última semana: {errors}',
    'No se vuelven a intentar; en la bandeja están.',
    'Vea el motivo con «cuadro channels».',
  ),
  address: w('Dirección: {url}'),
  address_plain: w(
    'Escucha en {host} sin https',
    'Contraseñas y datos viajan sin cifrar por la red.',
    'Ponga delante un proxy con TLS y su dirección en server.public_url.',
  ),
  address_no_public_url: w(
    'Escucha en {host} y no hay server.public_url',
    'Los enlaces de los correos no llevarían a ningún sitio.',
    'Ponga server.public_url.',
  ),
  public_url_plain: w(
    'La dirección pública {url} no es https',
    'Contraseñas y datos viajan sin cifrar.',
    'Use https en el proxy y en server.public_url.',
  ),
  public_url_path: w(
    'La dirección pública {url} lleva una ruta',
    'Cuadro se sirve en la raíz de su dominio.',
    'Dele un dominio o subdominio propio.',
  ),
  proxies_none: w(
    'Hay dirección pública y ningún proxy de confianza',
    'La auditoría y los límites verían a todos como el proxy.',
    'Ponga su dirección en server.trusted_proxies (loopback, si está en esta máquina).',
  ),
  port: w('Puerto libre: {place}'),
  port_ours: w('El servidor está en marcha ({place})'),
  port_taken: w(
    '{place} no está libre: {problem}',
    'El servidor usaría otro puerto o no arrancaría.',
    'Pare lo que lo usa o cambie server.port.',
  ),
  mail: w('Correo: {place} responde'),
  mail_none: w('Sin correo configurado'),
  mail_unreachable: w(
    'No se llega al servidor de correo {place}: {problem}',
    'No salen invitaciones, restablecimientos ni alertas.',
    'Compruebe mail.host y mail.port, y el cortafuegos.',
  ),
  mail_no_sender: w('Falta mail.from', 'Muchos servidores rechazan correo sin remitente.', 'Ponga mail.from.'),
  mail_plain: w(
    'El correo va sin cifrar a {place}',
    'Los enlaces para restablecer contraseñas se pueden leer por el camino.',
    'Use mail.encryption: starttls o tls.',
  ),
  sso: w('Inicio de sesión único: {issuer} responde; la dirección de vuelta es {back}'),
  sso_none: w('Sin inicio de sesión único'),
  sso_no_client: w(
    'Hay sso.issuer y falta sso.client_id',
    'El botón del inicio de sesión único no aparece.',
    'Ponga en sso.client_id el identificador que le dio {issuer}.',
  ),
  sso_unreachable: w(
    'No se llega a {issuer}: {found}',
    'Nadie entra por el inicio de sesión único; con contraseña, sí.',
    'Compruebe sso.issuer y que este servidor pueda salir a esa dirección.',
  ),
  sso_no_document: w(
    '{issuer} no publica su configuración de OpenID Connect ({found})',
    'Nadie entra por el inicio de sesión único; con contraseña, sí.',
    'Ponga en sso.issuer la dirección que, seguida de /.well-known/openid-configuration, muestra esa configuración.',
  ),
  sso_other_issuer: w(
    '{issuer} dice ser {found}',
    'No se cree a un emisor que no es el de los ajustes: nadie entra por él.',
    'Ponga en sso.issuer el nombre exacto que da el proveedor, si es el suyo.',
  ),
  sso_plain: w(
    'El emisor {issuer} no es https',
    'Por el camino se podría suplantar a cualquiera.',
    'Ponga la dirección https del proveedor en sso.issuer.',
  ),
  network_unknown: w('No se puede comprobar la red: {message}', 'Puede que no se llegue a Cuadro.', '{fix}'),
};

const en: Readonly<Record<string, FindingWords>> = {
  node: w('Node {version}'),
  node_old: w('Node {version} is too old', 'Cuadro needs Node {least}.', 'Start it with bin/cuadro, which brings its own, or update Node.'),
  memory: w('{gigabytes} GB of memory'),
  memory_low: w('Only {gigabytes} GB of memory', 'Large imports may fail.', 'Give the machine 2 GB at least.'),
  disk: w('{free} GB free on disk'),
  disk_low: w('{free} GB are left on disk', 'An import or a backup may need {needed} GB.', 'Free space or enlarge the disk.'),
  disk_full: w('The disk is full ({free} GB free)', 'Nothing more can be kept.', 'Free space before going on.'),
  disk_unknown: w('The folder cannot be looked at: {message}', 'Nothing works without it.', '{fix}'),
  files: w('Permissions of files'),
  folder_denied: w('No permission to write in {path}', 'Nothing can be kept.', 'Give the folder to the user Cuadro runs as.'),
  file_exposed: w('Other users can read {path}', 'It holds accounts or keys.', 'chmod 600 {path}'),
  data_exposed: w('Other users of the machine can read {path}', "It holds the company's data.", 'chmod 700 {folder}'),
  settings_open: w('Anyone can change {path}', 'Whoever changes settings changes what is seen.', 'chmod 644 {path}'),
  clock: w('The clock is right; zone {zone}'),
  clock_past: w('The clock says {now}', 'Sessions, second factors and the audit log rely on it.', 'Set it, best by NTP.'),
  clock_behind: w('The clock ({now}) is behind {path}', 'Sessions, second factors and the audit log rely on it.', 'Set it, best by NTP.'),
  workspace_none: w(
    'There is no workspace in {path}',
    'There is nothing to examine.',
    'Make one with "cuadro init", or say where it is with --data.',
  ),
  config: w('Configuration is valid'),
  config_wrong: w('Configuration: {message} {where}', 'The server does not start like this.', '{fix}'),
  warehouse: w('Warehouse'),
  warehouse_wrong: w('Warehouse: {message}', 'There are no KPIs without it.', '{fix}'),
  store: w('App store: {engine}'),
  store_wrong: w('App store: {message}', 'There are no accounts and no audit log without it.', '{fix}'),
  store_damaged: w(
    'The app store is damaged: {problem}',
    'Accounts and the audit log may be lost.',
    'Stop the server and restore the last backup with "cuadro restore".',
  ),
  audit: w('The audit log is whole: {entries} entries'),
  audit_broken: w(
    'The audit log was tampered with at entry {sequence} ({how})',
    'Someone with access to the database touched it.',
    'Compare it with an earlier backup and find out who had access.',
  ),
  backup: w('Last backup {days} days ago'),
  backup_old: w(
    'The last backup is {days} days old',
    'What was done since would be lost with the disk.',
    'Make one with "cuadro backup", or set backups.folder to have them made.',
  ),
  backup_never: w(
    'No backup was ever made',
    'If the disk fails everything is lost.',
    'Make one with "cuadro backup", or set backups.folder to have them made.',
  ),
  jobs: w('Jobs are up to date'),
  jobs_stuck: w(
    '{count} jobs have run for hours: {kinds}',
    'They may hang.',
    'Look at them with "cuadro jobs" and cancel those that do not move.',
  ),
  jobs_late: w('{count} jobs have waited for hours', 'Nobody does them.', 'Start the server: jobs run in it.'),
  jobs_failed: w('{count} jobs failed in the last week: {kinds}', 'What they were to do is not done.', 'See why with "cuadro jobs".'),
  outbox: w('Notices and mail are up to date'),
  outbox_late: w(
    '{count} notices have waited for more than an hour to go out: {errors}',
    'Those who wait for them have not had them by e-mail or channel; they are in the inbox.',
    'Check the mail server, and the channels with "cuadro channels"; it is tried again for three days.',
  ),
  outbox_failed: w(
    '{count} notices could not go out in the last week: {errors}',
    'They are not tried again; they are in the inbox.',
    'See why with "cuadro channels".',
  ),
  address: w('Address: {url}'),
  address_plain: w(
    'Listens on {host} without https',
    'Passwords and data cross the network unencrypted.',
    'Put a proxy with TLS in front and its address in server.public_url.',
  ),
  address_no_public_url: w(
    'Listens on {host} and server.public_url is not set',
    'Links in mails would lead nowhere.',
    'Set server.public_url.',
  ),
  public_url_plain: w(
    'The public address {url} is not https',
    'Passwords and data travel unencrypted.',
    'Use https at the proxy and in server.public_url.',
  ),
  public_url_path: w(
    'The public address {url} has a path',
    'Cuadro is served at the root of its domain.',
    'Give it a domain or subdomain of its own.',
  ),
  proxies_none: w(
    'There is a public address and no trusted proxy',
    'The audit log and the limits would take everyone for the proxy.',
    'Put its address in server.trusted_proxies (loopback, if it is on this machine).',
  ),
  port: w('Port is free: {place}'),
  port_ours: w('The server is running ({place})'),
  port_taken: w(
    '{place} is not free: {problem}',
    'The server would take another port or not start.',
    'Stop what uses it or change server.port.',
  ),
  mail: w('Mail: {place} answers'),
  mail_none: w('No mail is set up'),
  mail_unreachable: w(
    'The mail server {place} cannot be reached: {problem}',
    'No invitations, resets or alerts go out.',
    'Check mail.host and mail.port, and the firewall.',
  ),
  mail_no_sender: w('mail.from is missing', 'Many servers refuse mail without a sender.', 'Set mail.from.'),
  mail_plain: w(
    'Mail goes unencrypted to {place}',
    'Links that reset passwords can be read on the way.',
    'Use mail.encryption: starttls or tls.',
  ),
  sso: w('Single sign-on: {issuer} answers; the address it sends people back to is {back}'),
  sso_none: w('No single sign-on'),
  sso_no_client: w(
    'There is sso.issuer but no sso.client_id',
    'The button of single sign-on is not there.',
    'Set sso.client_id to the id that {issuer} gave you.',
  ),
  sso_unreachable: w(
    '{issuer} cannot be reached: {found}',
    'Nobody signs in by single sign-on; by password they do.',
    'Check sso.issuer, and that this server may go out to that address.',
  ),
  sso_no_document: w(
    '{issuer} does not publish an OpenID Connect configuration ({found})',
    'Nobody signs in by single sign-on; by password they do.',
    'Set sso.issuer to the address that shows that configuration when /.well-known/openid-configuration follows it.',
  ),
  sso_other_issuer: w(
    '{issuer} says it is {found}',
    'An issuer other than that of the settings is not believed: nobody signs in by it.',
    'Set sso.issuer to exactly what the provider calls itself, if it is yours.',
  ),
  sso_plain: w(
    'The issuer {issuer} is not https',
    'Anybody could be impersonated on the way.',
    "Set sso.issuer to the provider's https address.",
  ),
  network_unknown: w('The network cannot be checked: {message}', 'Cuadro may not be reachable.', '{fix}'),
};

export const doctorWords = (language: Language): Readonly<Record<string, FindingWords>> => (language === 'es' ? es : en);
