import type { Words } from '../i18n/language.ts';
import type { Command } from './command.ts';

/** Every command: what it does in a line, and its file, loaded when it is called. */
export const commands: Readonly<Record<string, { readonly words: Words; readonly load: () => Promise<Command> }>> = {
  init: {
    words: { es: 'crea un espacio de trabajo', en: 'make a workspace' },
    load: async () => (await import('./commands/init.ts')).init,
  },
  demo: {
    words: { es: 'crea uno con la empresa de ejemplo', en: 'make one with the sample company' },
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  import: {
    words: { es: 'carga archivos de datos', en: 'load files of data' },
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  undo: {
    words: { es: 'deshace una carga', en: 'undo a batch' },
    load: async () => (await import('./commands/undo.ts')).undo,
  },
  batches: {
    words: { es: 'muestra las cargas hechas', en: 'list the batches' },
    load: async () => (await import('./commands/batches.ts')).batches,
  },
  replay: {
    words: { es: 'rehace un lote con una correspondencia corregida', en: 'load a batch again under a corrected mapping' },
    load: async () => (await import('./commands/replay.ts')).replay,
  },
  kpis: {
    words: { es: 'muestra los indicadores y cuáles se pueden calcular', en: 'list the KPIs and which can be computed' },
    load: async () => (await import('./commands/kpis.ts')).kpis,
  },
  advise: {
    words: { es: 'aconseja qué indicadores seguir para un objetivo', en: 'advise which KPIs to follow for a goal' },
    load: async () => (await import('./commands/advise.ts')).advise,
  },
  query: {
    words: { es: 'calcula indicadores por periodo y grupo', en: 'compute KPIs by period and group' },
    load: async () => (await import('./commands/query.ts')).query,
  },
  records: {
    words: { es: 'muestra los registros que hay detrás de una cifra', en: 'show the records behind a number' },
    load: async () => (await import('./commands/records.ts')).records,
  },
  explain: {
    words: { es: 'explica por qué ha cambiado un indicador', en: 'explain why a KPI changed' },
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  define: {
    words: { es: 'guarda un indicador propio', en: 'save a KPI of your own' },
    load: async () => (await import('./commands/define.ts')).define,
  },
  read: {
    words: { es: 'interpreta los indicadores y dice qué hacer', en: 'read the KPIs and say what to do' },
    load: async () => (await import('./commands/read.ts')).read,
  },
  forecast: {
    words: { es: 'prevé un indicador, con intervalos y error conocido', en: 'foresee a KPI, with intervals and a known error' },
    load: async () => (await import('./commands/forecast.ts')).forecast,
  },
  targets: {
    words: { es: 'las metas y cómo van; poner, proponer y quitar', en: 'the targets and how they stand; set, suggest, remove' },
    load: async () => (await import('./commands/targets.ts')).targets,
  },
  alerts: {
    words: { es: 'las alertas y sus reglas: qué ha saltado y por qué', en: 'the alerts and their rules: what has fired and why' },
    load: async () => (await import('./commands/alerts.ts')).alerts,
  },
  actions: {
    words: {
      es: 'las acciones: qué se hace, quién, para cuándo y qué cambió',
      en: 'the actions: what is done, by whom, until when, what changed',
    },
    load: async () => (await import('./commands/actions.ts')).actions,
  },
  plays: {
    words: { es: 'qué se puede hacer, paso a paso, y qué ha dado', en: 'what can be done, step by step, and what it has brought' },
    load: async () => (await import('./commands/plays.ts')).plays,
  },
  reengage: {
    words: { es: 'los perdidos cuyo motivo ha cambiado', en: 'what was lost and whose reason has changed' },
    load: async () => (await import('./commands/reengage.ts')).reengage,
  },
  audience: {
    words: { es: 'las personas de un segmento, para escribirles', en: 'the people of a segment, to write to them' },
    load: async () => (await import('./commands/audience.ts')).audience,
  },
  notices: {
    words: { es: 'los avisos: alertas, menciones, lo que vence', en: 'the notices: alerts, mentions, what falls due' },
    load: async () => (await import('./commands/notices.ts')).notices,
  },
  channels: {
    words: { es: 'los canales por los que salen avisos', en: 'the channels that notices go out by' },
    load: async () => (await import('./commands/channels.ts')).channels,
  },
  annotate: {
    words: { es: 'anota lo que pasó, para que las gráficas lo enseñen', en: 'write down what happened, so that charts show it' },
    load: async () => (await import('./commands/annotate.ts')).annotate,
  },
  comments: {
    words: { es: 'conversaciones y decisiones sobre los indicadores', en: 'conversations and decisions about KPIs' },
    load: async () => (await import('./commands/comments.ts')).comments,
  },
  reviews: {
    words: { es: 'qué indicadores toca revisar; mantener, cambiar o retirar', en: 'which KPIs are due for review; keep, change or retire' },
    load: async () => (await import('./commands/reviews.ts')).reviews,
  },
  executive: {
    words: { es: 'la página de dirección: metas, riesgos, decisiones', en: 'the executive page: goals, risks, decisions' },
    load: async () => (await import('./commands/executive.ts')).executive,
  },
  pair: {
    words: { es: 'dos indicadores lado a lado: desfase, fuerza y seguridad', en: 'two KPIs side by side: lag, strength and certainty' },
    load: async () => (await import('./commands/pair.ts')).pair,
  },
  leaderboard: {
    words: { es: 'quién consigue más en su puesto; reconocer a alguien', en: 'who achieves most in their job; recognise someone' },
    load: async () => (await import('./commands/leaderboard.ts')).leaderboard,
  },
  funnel: {
    words: { es: 'el embudo etapa a etapa, con tiempos y cuello de botella', en: 'the funnel stage by stage, with times and bottleneck' },
    load: async () => (await import('./commands/funnel.ts')).funnel,
  },
  cohorts: {
    words: { es: 'qué ha sido de los clientes o leads de cada periodo', en: 'what became of the customers or leads of each period' },
    load: async () => (await import('./commands/cohorts.ts')).cohorts,
  },
  lifecycle: {
    words: { es: 'cuentas por etapa del ciclo de vida y sus pasos', en: 'accounts by stage of life and how they moved' },
    load: async () => (await import('./commands/lifecycle.ts')).lifecycle,
  },
  glossary: {
    words: { es: 'qué significan aquí lead, cliente y otras palabras', en: 'what lead, customer and other words mean here' },
    load: async () => (await import('./commands/glossary.ts')).glossary,
  },
  segments: {
    words: { es: 'muestra los segmentos guardados y su tamaño', en: 'list the saved segments and their sizes' },
    load: async () => (await import('./commands/segments.ts')).segments,
  },
  check: {
    words: { es: 'comprueba la salud de los datos', en: "check the data's health" },
    load: async () => (await import('./commands/check.ts')).check,
  },
  export: {
    words: { es: 'saca todos los datos a una carpeta', en: 'write all data to a folder' },
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  serve: {
    words: { es: 'abre Cuadro en el navegador', en: 'serve Cuadro to a browser' },
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  mcp: {
    words: { es: 'da los indicadores a un asistente de IA (MCP)', en: 'give the KPIs to an AI assistant (MCP)' },
    load: async () => (await import('./commands/mcp.ts')).mcp,
  },
  audit: {
    words: { es: 'muestra quién hizo o vio qué', en: 'show who did or saw what' },
    load: async () => (await import('./commands/audit.ts')).audit,
  },
  settings: {
    words: { es: 'muestra o cambia los ajustes de la empresa', en: "show or change the company's settings" },
    load: async () => (await import('./commands/settings.ts')).settings,
  },
  'access-review': {
    words: { es: 'revisa quién tiene qué derechos', en: 'review who has which rights' },
    load: async () => (await import('./commands/access-review.ts')).accessReview,
  },
  doctor: {
    words: { es: 'dice qué va mal en la instalación', en: 'say what is wrong with the installation' },
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  forget: {
    words: { es: 'borra a una persona, a petición suya', en: 'erase a person at their request' },
    load: async () => (await import('./commands/forget.ts')).forget,
  },
  jobs: {
    words: { es: 'muestra y manda lo que Cuadro hace por sí mismo', en: 'show and direct what Cuadro does by itself' },
    load: async () => (await import('./commands/jobs.ts')).jobs,
  },
  known: {
    words: { es: 'dice qué se sabía de un indicador en una fecha', en: 'tell what was known of a KPI on a day' },
    load: async () => (await import('./commands/known.ts')).known,
  },
  backup: {
    words: { es: 'copia todo el espacio de trabajo en un archivo', en: 'put the whole workspace into one file' },
    load: async () => (await import('./commands/backup.ts')).backup,
  },
  restore: {
    words: { es: 'restaura una copia', en: 'restore a backup' },
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  people: {
    words: { es: 'muestra quién tiene cuenta y con qué derechos', en: 'list who has an account and with what rights' },
    load: async () => (await import('./commands/people.ts')).people,
  },
  invite: {
    words: { es: 'invita a alguien a Cuadro', en: 'invite someone to Cuadro' },
    load: async () => (await import('./commands/invite.ts')).invite,
  },
  member: {
    words: { es: 'cambia los derechos de alguien o su acceso', en: "change someone's rights or access" },
    load: async () => (await import('./commands/member.ts')).member,
  },
  key: {
    words: { es: 'claves de API: ver, crear, anular', en: 'API keys: list, make, end' },
    load: async () => (await import('./commands/key.ts')).key,
  },
};
