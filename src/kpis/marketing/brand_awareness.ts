import { proportion } from '../../metrics/build.ts';
import { all, is, isKnown } from '../../metrics/expression.ts';
import { defineKpi } from '../kpi.ts';

const asked = (aided: boolean) => () =>
  proportion('survey_response', {
    at: 'responded_at',
    where: all(is('kind', 'brand'), is('aided', aided), isKnown('recalled')),
    part: is('recalled', true),
  });

const march = {
  survey_response: [
    { kind: 'brand', aided: true, recalled: true, responded_at: '2024-03-04' },
    { kind: 'brand', aided: true, recalled: true, responded_at: '2024-03-05' },
    { kind: 'brand', aided: true, recalled: true, responded_at: '2024-03-05' },
    { kind: 'brand', aided: true, recalled: false, responded_at: '2024-03-06' },
    { kind: 'brand', aided: true, responded_at: '2024-03-06' },
    { kind: 'brand', aided: false, recalled: true, responded_at: '2024-03-04' },
    { kind: 'brand', aided: false, recalled: false, responded_at: '2024-03-05' },
    { kind: 'brand', aided: false, recalled: false, responded_at: '2024-03-05' },
    { kind: 'brand', aided: false, recalled: false, responded_at: '2024-03-06' },
    { kind: 'brand', aided: false, recalled: false, responded_at: '2024-03-06' },
    { kind: 'brand', aided: true, recalled: true, responded_at: '2024-03-07', is_test: true },
    { kind: 'nps', score: 9, responded_at: '2024-03-07' },
  ],
};

export default defineKpi({
  id: 'brand_awareness',
  ref: 'K-021',
  area: 'marketing',
  band: 'perception',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['brand_value', 'market_demand', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    aided: {
      label: { es: 'Sugerida: reconocen la marca al verla', en: 'Aided: recognise the brand when shown' },
      metric: asked(true),
    },
    unaided: {
      label: { es: 'Espontánea: citan la marca sin ayuda', en: 'Unaided: name the brand without help' },
      metric: asked(false),
    },
  },
  defaults: ['aided', 'unaided'],
  needs: ['survey_response.kind', 'survey_response.aided', 'survey_response.recalled', 'survey_response.responded_at'],
  terms: [],
  drillBy: ['survey_id', 'touchpoint', 'contact.country', 'product.name'],
  grain: 'quarter',
  minimumSample: 100,
  guards: ['nps'],
  partner: null,
  decomposition: null,
  seed: 'S1#26',
  source: 'Aided and unaided brand recall in survey research',
  texts: {
    es: {
      name: 'Conciencia de marca',
      question: '¿Nos conoce el público al que queremos llegar?',
      definition:
        'De las personas encuestadas del público objetivo, las que reconocen la marca. La notoriedad sugerida (se les enseña) y la espontánea (la citan sin ayuda) se miden por separado y nunca se mezclan.',
      formula: 'Encuestados que reconocen o recuerdan la marca / encuestados a los que se preguntó',
      why: 'Quien no nos conoce no nos compra. Anticipa el coste de captar: vender a un público que ya sabe quiénes somos sale más barato.',
      rise: 'Mírela siempre con la reputación. Si sube también el NPS, es momento de invertir en captación; si el NPS cae, se está haciendo famosa una mala experiencia.',
      fall: 'Vea en qué público cae y qué se ha dejado de hacer allí. Compruebe antes que la muestra y la pregunta son las mismas que en la ola anterior.',
      caveats:
        'Es una encuesta: vale lo que valga su muestra y no es comparable si cambia la pregunta. El texto de origen no da fórmula. Por defecto se muestra la sugerida, que responde a su «¿son reconocibles?»; la espontánea es más exigente.',
    },
    en: {
      name: 'Brand awareness',
      question: 'Do the people we want to reach know us?',
      definition:
        'Of the people surveyed in the target group, those who know the brand. Aided awareness (it is shown to them) and unaided (they name it themselves) are measured apart and never mixed.',
      formula: 'Respondents who recognise or recall the brand / respondents asked',
      why: 'Nobody buys from a stranger. It foretells the cost of acquisition: selling to people who know the name is cheaper.',
      rise: 'Always read it with reputation. If NPS rises too, invest in acquisition; if NPS falls, a bad experience is becoming famous.',
      fall: 'See in which audience it falls and what stopped there. First make sure that sample and question match the previous wave.',
      caveats:
        'It is a survey: as good as its sample, and not comparable once the question changes. The source text gives no formula. Aided is the default because the text asks whether the brand is recognisable; unaided is the sterner test.',
    },
  },
  examples: [
    {
      name: 'Aided: those shown the brand who recognised it',
      given: march,
      exportedAt: '2024-06-30',
      query: { from: '2024-01-01', to: '2024-06-30', grain: 'quarter' },
      expect: [
        { start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 },
        { start: '2024-04-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because: 'Five live aided answers, one of them blank: 3 of 4 recognised it. No survey in the second quarter: no rate.',
    },
    {
      name: 'Unaided is another question and another number',
      given: march,
      exportedAt: '2024-03-31',
      query: { variant: 'unaided', from: '2024-01-01', to: '2024-03-31', grain: 'quarter' },
      expect: [{ start: '2024-01-01', value: 0.2, numerator: 1, denominator: 5 }],
      because: 'One of five named the brand without help. Mixing both would say 4/9, which answers neither question.',
    },
  ],
});
