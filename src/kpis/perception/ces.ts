import { average, proportion } from '../../metrics/build.ts';
import { all, calculate, choose, compare, type Expression, field, is, isKnown } from '../../metrics/expression.ts';
import { goodness, hasScale, isOnScale, surveyDimensions } from '../definitions/survey.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const asked = is('kind', 'ces');
/** Without a declared scale and polarity an answer cannot be told from its opposite. */
const declared = all(hasScale, isKnown('polarity'));

const mean = (usable: Expression, value: Expression, scale: readonly [number, number]) =>
  average('survey_response', choose(usable, value, null), { at: 'responded_at', where: asked }, scale);

const answer = (id: string, value: number, scale: readonly [number, number] | null, polarity: string | null, responded_at: string) => ({
  id,
  kind: 'ces',
  scale_min: scale ? scale[0] : null,
  scale_max: scale ? scale[1] : null,
  polarity,
  score: value,
  responded_at,
});

const given: WorkedExample['given'] = {
  survey_response: [
    answer('R1', 2, [1, 5], 'low_is_good', '2024-01-02'),
    answer('R2', 4, [1, 5], 'low_is_good', '2024-01-03T10:00:00Z'),
    answer('R3', 7, [1, 7], 'high_is_good', '2024-01-04'),
    answer('R4', 4, [1, 7], 'high_is_good', '2024-01-05'),
    answer('R5', 3, null, null, '2024-01-06'),
    { ...answer('R6', 1, [1, 7], 'high_is_good', '2024-01-07'), is_test: true },
  ],
};
const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'ces',
  ref: 'K-107',
  area: 'perception',
  band: 'perception',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'score',
  tags: ['customer_satisfaction', 'customer_relationship', 'brand_value'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Facilidad media, de 0 a 100', en: 'Mean ease, 0 to 100' },
      metric: () => mean(declared, calculate(100, '*', goodness), [0, 100]),
    },
    ces2_agree: {
      label: { es: 'CES 2.0: de acuerdo (5 a 7 de 7) en que fue fácil', en: 'CES 2.0: agree (5 to 7 of 7) that it was easy' },
      metric: () =>
        proportion('survey_response', {
          at: 'responded_at',
          where: all(asked, isKnown('scale_max'), isOnScale(1, 7), is('polarity', 'high_is_good')),
          part: compare(field('score'), '>=', 5),
        }),
      unit: 'rate',
    },
    effort: {
      label: { es: 'Esfuerzo medio, llevado a la escala de 1 a 5', en: 'Mean effort, brought to the scale of 1 to 5' },
      metric: () => mean(declared, calculate(5, '-', calculate(4, '*', goodness)), [1, 5]),
    },
    seed: {
      label: { es: 'Esfuerzo medio de 1 a 5, como el texto de origen', en: 'Mean effort of 1 to 5, as the source text has it' },
      metric: () => mean(all(isKnown('scale_max'), isOnScale(1, 5), is('polarity', 'low_is_good')), field('score'), [1, 5]),
    },
  },
  defaults: ['default'],
  needs: [
    'survey_response.kind',
    'survey_response.score',
    'survey_response.scale_min',
    'survey_response.scale_max',
    'survey_response.polarity',
    'survey_response.responded_at',
  ],
  terms: [],
  drillBy: surveyDimensions,
  grain: 'month',
  minimumSample: 30,
  guards: ['fcr', 'self_service_rate', 'csat'],
  partner: null,
  decomposition: null,
  seed: 'S1#19; S4 L42',
  source: 'Dixon, Freeman & Toman, HBR 2010; CEB/Gartner 2013 (CES 2.0)',
  texts: {
    es: {
      name: 'Puntuación del esfuerzo (CES)',
      question: '¿Cuánto le cuesta al cliente que le resolvamos algo?',
      definition:
        'Facilidad media de 0 (todo esfuerzo) a 100 (ninguno). Cada respuesta se convierte según la escala y el sentido que declara su encuesta; las que no los declaran no entran. El objetivo es siempre el mínimo esfuerzo.',
      formula: '100 × media de la distancia al extremo malo de la escala / longitud de la escala',
      why: 'Lo que más aleja a un cliente no es que no le sorprendan, sino que le hagan trabajar: repetir datos, insistir, cambiar de canal.',
      rise: 'Vea qué paso se ha hecho más fácil y llévelo a otros canales.',
      fall: 'Busque por punto de contacto dónde se atasca el cliente y mire el FCR: volver a llamar es el esfuerzo más común. Corrija el producto o el trámite antes que el guion.',
      caveats:
        'Un texto puntúa el esfuerzo (1 a 5, mejor bajo) y el otro la facilidad (0 a 10 o 0 a 100, mejor alto): promediarlos tal cual no significa nada. Aquí todo se lleva a facilidad, mejor alta; las variantes de esfuerzo se leen al revés. La nota baja también por un mal trato, aunque el problema fuera sencillo.',
    },
    en: {
      name: 'Customer effort score',
      question: 'How hard is it for customers to get something solved?',
      definition:
        'Mean ease from 0 (all effort) to 100 (none). Each answer is converted by the scale and direction its survey declares; those that declare none are out. The target is always the least effort.',
      formula: '100 × mean of the distance from the bad end of the scale / length of the scale',
      why: 'What drives customers away is less the lack of delight than being made to work: repeating data, insisting, changing channel.',
      rise: 'See which step became easier, and take it to other channels.',
      fall: 'Find by touchpoint where customers get stuck and look at FCR: calling again is the commonest effort. Mend the product or the procedure before the script.',
      caveats:
        'One text scores effort (1 to 5, low is good), the other ease (0 to 10 or 0 to 100, high is good): averaging them as they come means nothing. Here all is brought to ease, high is good; the effort variants read the other way. A poor manner lowers the score too, though the problem was simple.',
    },
  },
  examples: [
    {
      name: 'two polarities on one scale of ease',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 62.5, n: 4 },
        { start: '2024-02-01', value: null, n: 0 },
      ],
      because:
        'Effort 2 of 1–5: (5 − 2)/4 = 75; effort 4: 25. Ease 7 of 1–7: 100; 4: 50. (75 + 25 + 100 + 50) / 4 = 62.5. R5 declares nothing, R6 is a test. The raw mean 4.25 would mean nothing.',
    },
    {
      name: 'CES 2.0',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'ces2_agree' },
      expect: [{ start: '2024-01-01', value: 0.5, numerator: 1, denominator: 2 }],
      because: 'Of 7 and 4 on 1–7, one agrees (5 or more).',
    },
    {
      name: 'effort of 1 to 5, all answers',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'effort' },
      expect: [{ start: '2024-01-01', value: 2.5, n: 4 }],
      because: '5 − 4 × ease: 2, 4, 1, 3; mean 2.5.',
    },
    {
      name: 'the text’s own scale',
      given,
      exportedAt: '2024-02-29',
      query: { ...january, variant: 'seed' },
      expect: [{ start: '2024-01-01', value: 3, n: 2 }],
      because: 'Only R1 and R2: (2 + 4) / 2 = 3.',
    },
  ],
});
