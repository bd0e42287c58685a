import { story } from './story.ts';

interface Words {
  readonly title: string;
  readonly hypothesis: string | null;
  readonly outcome: string | null;
}

export interface SampleAction {
  readonly kind: string;
  readonly kpi: string | null;
  readonly scope: string | null;
  readonly play: string | null;
  /** Ids of users: the first ones hired, the same at every size. */
  readonly owner: string;
  readonly person: string | null;
  readonly made: string;
  readonly due: string | null;
  readonly expected: { readonly change: number; readonly relative: boolean; readonly by: string | null } | null;
  readonly cost: number | null;
  readonly status: 'open' | 'done' | 'dropped';
  readonly closed: string | null;
  /** About the first, second … customer at risk. */
  readonly customer: number | null;
  readonly es: Words;
  readonly en: Words;
}

/** Heads of sales and of Madrid; the one who struggles and the one who is coached, both there from the first day. */
const users = { head: 'U1', madrid: 'U2', struggling: 'U3', coached: 'U4' } as const;

/** What the sample company did about what its story tells, and what it is about to do. Days are those of the story, for data to `until` (YYYY-MM-DD). */
export function sampleActions(until: string): readonly SampleAction[] {
  const first = Temporal.PlainDate.from(until).add({ days: 1 }).subtract({ months: 36 });
  const on = (month: number, day = 1): string => first.add({ months: month, days: day - 1 }).toString();
  const { coached, struggling, serviceCrisis, giveaway, slip, churnWave, latePayers } = story;
  const shared = { kpi: null, scope: null, play: null, person: null, due: null, expected: null, cost: null, closed: null, customer: null };
  const open = { ...shared, status: 'open' } as const;
  return [
    {
      ...shared,
      kind: 'coaching',
      kpi: 'opportunity_conversion_rate',
      scope: `owner.name=${coached.name}`,
      play: 'coaching',
      owner: users.madrid,
      person: users.coached,
      made: on(coached.from - 1, 12),
      due: on(coached.from, 5),
      expected: { change: 0.1, relative: false, by: on(coached.from + 6) },
      cost: 1_800,
      status: 'done',
      closed: on(coached.from),
      es: {
        title: 'Capacitar a Marta en negociación, una sesión por semana',
        hypothesis: 'Llega a la propuesta como los demás y pierde al negociar: deja que el cliente ponga el plazo y el precio.',
        outcome: 'Doce sesiones sobre sus propias ofertas. Desde la quinta prepara cada negociación por escrito.',
      },
      en: {
        title: 'Coach Marta in negotiation, a session a week',
        hypothesis: 'She gets to the proposal like the others and loses in negotiation: she lets the customer set term and price.',
        outcome: 'Twelve sessions on her own offers. Since the fifth she prepares each negotiation in writing.',
      },
    },
    {
      ...shared,
      kind: 'service',
      kpi: 'first_response_time',
      play: 'better_service',
      owner: users.head,
      made: on(serviceCrisis.from + 1, 20),
      due: on(serviceCrisis.to, 1),
      expected: { change: -0.4, relative: true, by: on(serviceCrisis.to + 3) },
      cost: 9_600,
      status: 'done',
      closed: on(serviceCrisis.to),
      es: {
        title: 'Cubrir las dos plazas de soporte que quedaron libres',
        hypothesis: 'La espera se triplicó el mes en que se fueron dos de seis agentes; no hay más casos que antes.',
        outcome: 'Dos agentes desde el primer día del mes, con quince días de acompañamiento.',
      },
      en: {
        title: 'Fill the two places in support that fell vacant',
        hypothesis: 'The wait tripled in the month in which two of six agents left; there are no more cases than before.',
        outcome: 'Two agents from the first of the month, with a fortnight beside a colleague.',
      },
    },
    {
      ...shared,
      kind: 'service',
      kpi: 'csat',
      owner: users.head,
      made: on(serviceCrisis.from, 16),
      due: on(serviceCrisis.from + 1, 1),
      status: 'dropped',
      closed: on(serviceCrisis.from + 1, 10),
      es: {
        title: 'Contestar con plantillas mientras falten agentes',
        hypothesis: 'Una respuesta breve a la hora calma más que una buena a los tres días.',
        outcome: 'Se probó diez días: se contestaba antes y se reabría el doble. Se deja.',
      },
      en: {
        title: 'Answer by templates while agents are missing',
        hypothesis: 'A short answer within the hour calms more than a good one after three days.',
        outcome: 'Tried for ten days: answers came sooner and twice as many cases were reopened. Dropped.',
      },
    },
    {
      ...shared,
      kind: 'campaign',
      kpi: 'lead_qualification_rate',
      play: 'stop_what_does_not_pay',
      owner: users.head,
      made: on(giveaway.to - 1, 8),
      due: on(giveaway.to),
      expected: { change: 0.1, relative: false, by: on(giveaway.to + 3) },
      status: 'done',
      closed: on(giveaway.to),
      es: {
        title: `No repetir «${giveaway.campaign}» y pasar su dinero a ferias e instaladores`,
        hypothesis: 'Trae muchos leads baratos que no compran: por cliente es la campaña más cara.',
        outcome: 'Se cerró al acabar el mes. Los leads bajan, como se esperaba.',
      },
      en: {
        title: `Not to repeat “${giveaway.campaign}”, and move its money to fairs and installers`,
        hypothesis: 'It brings many cheap leads that do not buy: by customer it is the dearest campaign.',
        outcome: 'Closed at the end of the month. There are fewer leads, as expected.',
      },
    },
    {
      ...shared,
      kind: 'process',
      kpi: 'churn_rate',
      play: 'save_call',
      owner: users.head,
      made: on(churnWave.to - 1, 3),
      due: on(churnWave.to),
      expected: { change: -0.3, relative: true, by: on(churnWave.to + 3) },
      cost: 2_400,
      status: 'done',
      closed: on(churnWave.to),
      es: {
        title: 'Llamar en una semana a todo cliente que se queje',
        hypothesis: 'De los que se quejaron en invierno se fueron muchos; de los que recibieron una llamada, casi ninguno.',
        outcome: 'Gestión de clientes recibe cada lunes la lista de quejas y llama antes del viernes.',
      },
      en: {
        title: 'Call every customer who complains within a week',
        hypothesis: 'Of those who complained in winter many left; of those who got a call, hardly any.',
        outcome: 'Customer care gets the list of complaints each Monday and calls by Friday.',
      },
    },
    {
      ...open,
      kind: 'product',
      kpi: 'delivery_lead_time',
      scope: `product.name=${slip.product}`,
      play: 'quality_takes_the_case',
      owner: users.head,
      made: on(slip.salesFrom, 4),
      due: on(35, 12),
      expected: { change: -0.4, relative: true, by: on(38) },
      cost: 4_000,
      es: {
        title: `Segundo proveedor para el ${slip.product}`,
        hypothesis: 'Desde que cambió el proveedor llega tarde, gusta menos y se vende menos. Calidad tiene los casos.',
        outcome: null,
      },
      en: {
        title: `A second supplier for the ${slip.product}`,
        hypothesis: 'Since its supplier changed it comes late, is liked less and sells less. Quality has the cases.',
        outcome: null,
      },
    },
    {
      ...open,
      kind: 'coaching',
      kpi: 'opportunity_conversion_rate',
      scope: `owner.name=${struggling.name}`,
      play: 'coaching',
      owner: users.madrid,
      person: users.struggling,
      made: on(35, 14),
      due: on(36, 28),
      expected: { change: 0.08, relative: false, by: on(42) },
      cost: 1_800,
      es: {
        title: 'Capacitar a Óscar: menos llamadas y mejor elegidas',
        hypothesis: 'Es quien más llama y quien menos gana: dedica el tiempo a quien no va a comprar.',
        outcome: null,
      },
      en: {
        title: 'Coach Óscar: fewer calls, better chosen',
        hypothesis: 'He calls most and wins least: his time goes to who will not buy.',
        outcome: null,
      },
    },
    {
      ...open,
      kind: 'campaign',
      kpi: 'repeat_purchase_rate',
      scope: 'segment=enfriándose',
      play: 'directed_campaign',
      owner: users.head,
      made: on(35, 20),
      due: on(36, 25),
      expected: { change: 0.1, relative: true, by: on(39) },
      cost: 1_500,
      es: {
        title: 'Revisión gratuita para los buenos clientes que se enfrían',
        hypothesis: 'Compraban mucho y llevan meses sin pedir. Una visita del técnico recuerda lo que toca cambiar.',
        outcome: null,
      },
      en: {
        title: 'A free inspection for good customers who grow cold',
        hypothesis: 'They bought much and have not ordered for months. A technician’s visit reminds them of what is due.',
        outcome: null,
      },
    },
    {
      ...open,
      kind: 'process',
      kpi: 'receivables_overdue',
      scope: `account.industry=${latePayers.industry}`,
      play: 'collect_with_sales',
      owner: users.madrid,
      made: on(34, 6),
      due: on(36, 15),
      expected: { change: -0.25, relative: true, by: on(39) },
      es: {
        title: 'Que cada comercial llame a sus hoteles antes de que venza la factura',
        hypothesis: 'Hostelería paga un mes tarde y a quien llama administración no le conoce.',
        outcome: null,
      },
      en: {
        title: 'Have each seller call their hotels before the invoice falls due',
        hypothesis: 'Hotels and restaurants pay a month late, and do not know who calls them from accounts.',
        outcome: null,
      },
    },
    {
      ...open,
      kind: 'call',
      play: 'save_call',
      owner: users.madrid,
      made: on(35, 25),
      due: on(36, 5),
      customer: 0,
      es: {
        title: 'Llamar, con la ficha leída',
        hypothesis: 'Es quien más se juega de los clientes en riesgo.',
        outcome: null,
      },
      en: { title: 'Call, with their page read', hypothesis: 'Of the customers at risk it is the one with most at stake.', outcome: null },
    },
    {
      ...open,
      kind: 'promotion',
      play: 'save_promotion',
      owner: users.madrid,
      made: on(35, 26),
      due: on(36, 20),
      cost: 150,
      customer: 1,
      es: {
        title: 'Un año de filtros al renovar el mantenimiento',
        hypothesis: 'Ha preguntado por su contrato: que vea qué pierde si lo deja.',
        outcome: null,
      },
      en: {
        title: 'A year of filters with the renewed maintenance',
        hypothesis: 'They asked about their contract: let them see what they lose by ending it.',
        outcome: null,
      },
    },
  ];
}
