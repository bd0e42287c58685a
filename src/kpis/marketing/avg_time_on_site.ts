import { average, countDistinct, median, ratio, sum } from '../../metrics/build.ts';
import { field, isKnown } from '../../metrics/expression.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

/** Visits whose engaged time is on record; the others would count as people who stayed no time at all. */
const timed = { at: 'started_at', where: isKnown('engaged_s') };
const engaged = field('engaged_s');

const rows = {
  web_session: [
    { visitor_id: 'A', started_at: '2024-01-10', engaged_s: 30, source: 'google' },
    { visitor_id: 'A', started_at: '2024-01-12', engaged_s: 90, source: 'google' },
    { visitor_id: 'B', started_at: '2024-01-15', engaged_s: 0, source: 'google' },
    { visitor_id: 'C', started_at: '2024-01-16', engaged_s: 300, source: 'boletín' },
    { visitor_id: 'D', started_at: '2024-01-17', source: 'boletín' },
    { visitor_id: 'E', started_at: '2024-01-18', engaged_s: 9000, is_test: true },
  ],
};

export default defineKpi({
  id: 'avg_time_on_site',
  ref: 'K-016',
  area: 'marketing',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'progress',
  unit: 'seconds',
  tags: ['digital_marketing', 'time_management'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Por persona', en: 'Per person' },
      metric: () => ratio(sum('web_session', engaged, timed), countDistinct('web_session', 'visitor_id', timed)),
    },
    per_visit: {
      label: { es: 'Media por visita', en: 'Mean per visit' },
      metric: () => average('web_session', engaged, timed),
      needs: ['web_session.started_at', 'web_session.engaged_s'],
    },
    median: {
      label: labels.median,
      metric: () => median('web_session', engaged, timed),
      needs: ['web_session.started_at', 'web_session.engaged_s'],
    },
  },
  defaults: ['default'],
  needs: ['web_session.started_at', 'web_session.engaged_s', 'web_session.visitor_id'],
  terms: [],
  drillBy: ['source', 'medium', 'landing_page', 'is_paid', 'campaign.name'],
  grain: 'month',
  minimumSample: 100,
  guards: ['website_conversion_rate'],
  partner: null,
  decomposition: { kind: 'ratio', of: ['website_visits'] },
  seed: 'S4 L29',
  source: 'Average engagement time per user (Google Analytics 4)',
  texts: {
    es: {
      name: 'Tiempo medio en el sitio',
      question: '¿Cuánto tiempo nos dedica cada persona que visita la web?',
      definition:
        'Segundos de atención (con la página delante) de todas las visitas del periodo, entre las personas distintas que las hicieron. Las visitas sin tiempo registrado quedan fuera.',
      formula: 'Segundos de atención / visitantes distintos',
      why: 'Distingue el tráfico que lee del que rebota: sirve para comparar fuentes, campañas y páginas de entrada.',
      rise: 'Mírelo junto a la conversión. Si suben los dos, el contenido interesa; si sube el tiempo y no la conversión, quizá la gente no encuentra lo que busca.',
      fall: 'Busque qué fuente o página de entrada lo arrastra: un anuncio que promete otra cosa trae visitas de pocos segundos. Si la conversión aguanta, puede que el sitio sea más ágil.',
      caveats:
        'El texto de origen lo define por persona y no dice si conviene alto o bajo; como mucho tiempo puede ser interés o desorientación, no se colorea. «per_visit» y «median» van por visita. La media la estiran unas pocas visitas muy largas: compárela con la mediana.',
    },
    en: {
      name: 'Average time on site',
      question: 'How much time does each visitor give us?',
      definition:
        'Engaged seconds (with the page in front) of all visits of the period over the distinct people who made them. Visits without a recorded time are left out.',
      formula: 'Engaged seconds / distinct visitors',
      why: 'It tells traffic that reads from traffic that bounces: good for comparing sources, campaigns and landing pages.',
      rise: 'Read it with conversion. If both rise, the content interests; if time rises and conversion does not, people may not find what they came for.',
      fall: 'Find the source or landing page behind it: an ad that promises something else brings visits of a few seconds. If conversion holds, the site may simply have become quicker to use.',
      caveats:
        'The source text defines it per person and does not say whether high or low is better; long may mean interest or getting lost, so it is not coloured. "per_visit" and "median" go by visit. A few very long visits stretch the mean: compare it with the median.',
    },
  },
  examples: [
    {
      name: 'Per person',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 140, numerator: 420, denominator: 3 },
        { start: '2024-02-01', value: null, state: 'no_data' },
      ],
      because: '30 + 90 + 0 + 300 = 420 seconds of A, B and C. D’s time is unknown, E is a test.',
    },
    {
      name: 'Per visit it is less',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'per_visit', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 105, numerator: 420, denominator: 4 }],
      because: '420 / 4 visits.',
    },
    {
      name: 'The visit in the middle',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'median', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 60 }],
      because: 'Of 0, 30, 90 and 300 the middle is (30 + 90) / 2.',
    },
  ],
});
