import { expect, it } from 'vitest';
import { lackOf, type Play, playDraftOf, playInputOf } from './play-draft.ts';

const play: Play = {
  id: 'p1',
  kind: 'service',
  name: 'Visita en obra',
  idea: 'Quien ve la obra promete mejor',
  steps: ['Pedir el plano', 'Medir'],
  measure: 'Entregas puntuales',
  kpis: [
    { id: 'on_time_delivery', name: 'Entregas puntuales' },
    { id: 'csat', name: 'CSAT' },
    { id: 'nps', name: 'NPS' },
  ],
  rfm: ['loyal'],
  stages: [],
  reasons: [],
  source: null,
  own: true,
  retired: false,
};

it('gives back a play as it was, with what the form does not show', () => {
  expect(playInputOf(playDraftOf(play, ''), play)).toEqual({
    id: 'p1',
    kind: 'service',
    name: 'Visita en obra',
    idea: 'Quien ve la obra promete mejor',
    steps: ['Pedir el plano', 'Medir'],
    measure: null,
    kpis: ['on_time_delivery', 'csat', 'nps'],
    rfm: ['loyal'],
    stages: [],
  });
});

it('changes whom it suits', () => {
  const draft = { ...playDraftOf(play, ''), rfm: [], stages: ['lapsed' as const] };
  expect(playInputOf(draft, play)).toMatchObject({ rfm: [], stages: ['lapsed'] });
});

it('takes a pasted list for steps, and says what is lacking', () => {
  const draft = { ...playDraftOf(null, 'csat'), steps: ' 1. Llamar\n\n- Preguntar\n2 días después, volver a llamar \n' };
  expect(playInputOf(draft, null).steps).toEqual(['Llamar', 'Preguntar', '2 días después, volver a llamar']);
  expect(lackOf(draft)).toEqual(['name', 'idea']);
  expect(lackOf(playDraftOf(null, ''))).toEqual(['name', 'kpi', 'idea', 'steps']);
});
