import { successEventCount, successEvents, successfulVisitors } from '../definitions/web.ts';
import { defineKpi } from '../kpi.ts';

const rows = {
  web_session: [
    { id: 's1', visitor_id: 'A', started_at: '2024-01-10', source: 'google' },
    { id: 's2', visitor_id: 'B', started_at: '2024-01-11', source: 'google' },
    { id: 's3', visitor_id: 'C', started_at: '2024-01-12', source: 'boletín' },
  ],
  web_event: [
    { session_id: 's1', visitor_id: 'A', type: 'purchase', occurred_at: '2024-01-10T10:00:00Z', value: 50 },
    { session_id: 's1', visitor_id: 'A', type: 'purchase', occurred_at: '2024-01-10T11:00:00Z', value: 20 },
    { session_id: 's2', visitor_id: 'B', type: 'form', occurred_at: '2024-01-11' },
    { session_id: 's3', type: 'purchase', occurred_at: '2024-01-12', value: 30 },
    { session_id: 's2', visitor_id: 'B', type: 'purchase', occurred_at: '2024-01-13', is_test: true },
  ],
};

export default defineKpi({
  id: 'website_buyers',
  ref: 'K-015',
  area: 'marketing',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'count',
  tags: ['sales', 'digital_marketing', 'revenue'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { success_events: successEvents },
  variants: {
    default: {
      label: { es: 'Visitantes con alguna compra', en: 'Visitors with a purchase' },
      metric: ({ success_events }) => successfulVisitors(success_events),
    },
    purchases: {
      label: { es: 'Compras, todas', en: 'Purchases, all of them' },
      metric: ({ success_events }) => successEventCount(success_events),
      needs: ['web_event.type', 'web_event.occurred_at'],
    },
  },
  defaults: ['default'],
  needs: ['web_event.type', 'web_event.occurred_at', ['web_event.visitor_id', 'web_session.visitor_id']],
  terms: [],
  drillBy: ['source', 'medium', 'is_paid', 'landing_page', 'campaign.name'],
  grain: 'month',
  minimumSample: 30,
  guards: ['website_conversion_rate', 'total_sales'],
  partner: null,
  decomposition: { kind: 'product', of: ['website_visits', 'website_conversion_rate'] },
  seed: 'S4 L29',
  source: 'Total purchasers (Google Analytics 4)',
  texts: {
    es: {
      name: 'Visitantes que realizan una compra',
      question: '¿Cuántas personas compran en la web?',
      definition:
        'Personas distintas que compraron al menos una vez en el sitio durante el periodo. Quien compra tres veces cuenta una; todas las compras son la variante «purchases».',
      formula: 'Número de visitantes distintos con una compra',
      why: 'Es lo que queda de las visitas: la conversión puede subir solo porque venga menos gente, y este número no se deja engañar por eso.',
      rise: 'Vea si compra más gente o si viene más gente: divida entre las visitas. Si empuja una campaña, calcule lo que costó cada comprador.',
      fall: 'Si las visitas aguantan, el problema está dentro: precio, pago, existencias o una página que falla. Si bajan a la vez, mire antes el tráfico.',
      caveats:
        'El texto de origen habla de «visitantes que realizan una compra»; es el numerador de la conversión del sitio, y aquí va solo. Una persona con dos navegadores cuenta dos veces. Qué acción cuenta como compra es un parámetro.',
    },
    en: {
      name: 'Visitors who purchase',
      question: 'How many people buy on the site?',
      definition:
        'Distinct people who bought at least once on the site in the period. Whoever buys three times counts once; all purchases are the variant "purchases".',
      formula: 'Number of distinct visitors with a purchase',
      why: 'It is what visits leave behind: conversion may rise merely because fewer people come; this number is not fooled by that.',
      rise: 'Do more people buy, or do more people come? Divide by visits. If a campaign drives it, work out what each buyer cost.',
      fall: 'If visits hold, the trouble is inside: price, checkout, stock or a page that fails. If they fall as well, look at traffic first.',
      caveats:
        'The source text speaks of visitors who make a purchase: the numerator of the site’s conversion, shown on its own here. Someone with two browsers counts twice. Which event is a purchase is a parameter.',
    },
  },
  examples: [
    {
      name: 'People, not purchases',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 2 },
        { start: '2024-02-01', value: 0, state: 'zero' },
      ],
      because: 'A (two purchases) and C, known from the visit. A form is no purchase; the test is out.',
    },
    {
      name: 'Every purchase',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'purchases', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 3 }],
      because: 'Two of A and one of C.',
    },
    {
      name: 'By source of the visit',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['source'] },
      expect: [
        { start: '2024-01-01', group: { source: 'google' }, value: 1 },
        { start: '2024-01-01', group: { source: 'boletín' }, value: 1 },
      ],
      because: 'A came from google, C from the newsletter.',
    },
  ],
});
