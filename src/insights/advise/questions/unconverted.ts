import { member } from '../choice.ts';
import { question, type Theme } from '../question.ts';

export const unconverted: Theme = {
  id: 'unconverted',
  name: { es: 'Los que no compraron', en: 'Those who did not buy' },
  questions: [
    question(
      'unconverted_reasons',
      { es: '¿Anota el motivo de cada lead y cada oportunidad que se pierde?', en: 'Do you record why each lead and each deal is lost?' },
      'no',
      ['lost_business'],
      [
        member(
          'opportunity_lost_reasons',
          'Por qué se pierden los tratos, y cuántos no tienen motivo.',
          'Why deals are lost, and how many have no reason.',
        ),
        member('lead_lost_reasons', 'Por qué se descartan los leads.', 'Why leads are dropped.'),
      ],
    ),
    question(
      'unconverted_return',
      {
        es: '¿Vuelve a dirigirse a quien dijo que no cuando cambian las circunstancias?',
        en: 'Do you go back to those who said no when things change?',
      },
      'no',
      ['lost_business'],
      [
        member('lead_reactivation_rate', 'Cuántos vuelven.', 'How many come back.'),
        member('unconverted_leads', 'Cuántos esperan a que alguien les llame.', 'How many are waiting for a call.'),
      ],
    ),
    question(
      'unconverted_demand',
      {
        es: '¿Le piden productos o servicios que no ofrece o que ha dejado de ofrecer?',
        en: 'Are you asked for products or services that you do not offer, or no longer do?',
      },
      'yes',
      ['lost_business'],
      [member('unsupported_demand', 'Qué piden, cuántos y a qué precio.', 'What they ask for, how many, and at what price.')],
    ),
  ],
};
