import { member } from '../choice.ts';
import { question, type Theme } from '../question.ts';

export const activity: Theme = {
  id: 'activity',
  name: { es: 'Actividad o avance', en: 'Activity or progress' },
  questions: [
    question(
      'activity_leads',
      {
        es: '¿Sigue cuántos leads entran, más que cuántos da ventas por buenos?',
        en: 'Do you follow how many leads come in rather than how many sales accepts?',
      },
      'yes',
      ['lead_quality'],
      [member('qualified_leads', 'Cambie los leads que entran por los que valen.', 'Swap leads that come in for leads that are worth it.')],
    ),
    question(
      'activity_opportunities',
      {
        es: '¿Celebra que crezcan las oportunidades sin mirar cuántas se ganan?',
        en: 'Do you cheer growing opportunities without looking at how many are won?',
      },
      'yes',
      ['conversion'],
      [member('opportunity_conversion_rate', 'Cambie el crecimiento por la conversión.', 'Swap growth for conversion.')],
    ),
    question(
      'activity_cost',
      {
        es: '¿Mira lo que le cuesta un lead, y no lo que le cuesta una oportunidad?',
        en: 'Do you look at what a lead costs and not at what an opportunity costs?',
      },
      'yes',
      ['efficiency', 'lead_quality'],
      [member('cost_per_opportunity', 'Un lead barato que no llega a nada es caro.', 'A cheap lead that comes to nothing is dear.')],
    ),
    question(
      'activity_campaigns',
      {
        es: '¿Juzga cada campaña por los leads que trae, sin compararla con las demás?',
        en: 'Do you judge each campaign by its leads, without comparing it with the others?',
      },
      'yes',
      ['marketing_return'],
      [member('campaign_effectiveness_rank', 'Compare lo que consigue cada una.', 'Compare what each one achieves.')],
    ),
    question(
      'activity_quotes',
      {
        es: '¿Cuenta los presupuestos pendientes, y no los que acaban en pedido?',
        en: 'Do you count outstanding quotes and not those that become orders?',
      },
      'yes',
      ['conversion'],
      [member('quote_to_order_rate', 'El presupuesto que cuenta es el que se acepta.', 'The quote that counts is the one accepted.')],
    ),
    question(
      'activity_touches',
      {
        es: '¿Cuenta las veces que ventas contacta con el cliente, sin saber qué contactos aceleran la venta?',
        en: 'Do you count how often sales contacts customers, without knowing which contacts speed up the sale?',
      },
      'yes',
      ['efficiency', 'conversion'],
      [member('cycle_acceleration_effect', 'Qué contactos van con ventas más rápidas.', 'Which contacts go with faster sales.')],
    ),
    question(
      'activity_calls',
      { es: '¿Mide a quienes atienden por el número de llamadas?', en: 'Do you measure your agents by the number of calls?' },
      'yes',
      ['satisfaction'],
      [
        member('csat', 'Lo que busca la llamada es un cliente satisfecho.', 'What a call is for is a satisfied customer.'),
        member('fcr', 'Y que no tenga que volver a llamar.', 'And that they need not call again.'),
        member('repeat_purchase_rate', 'Y que vuelva a comprar.', 'And that they buy again.'),
      ],
    ),
  ],
};
