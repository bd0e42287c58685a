import { story } from './story.ts';

interface Said {
  readonly es: string;
  readonly en: string;
}

export interface SampleAnnotation extends Said {
  readonly kind: 'strategy' | 'product' | 'people';
  readonly from: string;
  readonly to: string;
  readonly scope: string | null;
}

export interface SampleComment {
  readonly by: string;
  readonly day: string;
  readonly text: string;
}

export interface SampleThread {
  readonly kpi: string;
  readonly scope: string | null;
  readonly comments: readonly SampleComment[];
  readonly resolved: string | null;
}

export interface SampleDecision {
  readonly kpi: string;
  readonly scope: string | null;
  readonly what: string;
  readonly why: string;
  readonly by: string;
  readonly on: string;
  readonly next: string | null;
  readonly outcome: { readonly day: string; readonly text: string } | null;
}

export interface SampleReview {
  readonly kpi: string;
  readonly owner: string;
  readonly next: string;
  readonly last: { readonly decision: 'keep' | 'change'; readonly reason: string; readonly on: string } | null;
}

export interface SampleKudos {
  /** `user.id`: the star's or hers who was coached. */
  readonly person: string;
  readonly by: string;
  readonly day: string;
  readonly text: string;
}

export interface SampleConversation {
  readonly kudos: readonly SampleKudos[];
  readonly reviews: readonly SampleReview[];
  readonly annotations: readonly SampleAnnotation[];
  readonly threads: readonly SampleThread[];
  readonly decisions: readonly SampleDecision[];
}

/** What the sample company's people wrote about what its story tells. Days are those of the story, for data to `until` (YYYY-MM-DD). */
export function sampleConversation(until: string): SampleConversation {
  const first = Temporal.PlainDate.from(until).add({ days: 1 }).subtract({ months: 36 });
  const on = (month: number, day = 1): string => first.add({ months: month, days: day - 1 }).toString();
  const endOf = (month: number): string =>
    first
      .add({ months: month + 1 })
      .subtract({ days: 1 })
      .toString();
  const { slip, serviceCrisis, giveaway, coached, discontinued, careless } = story;
  const late = `product.name=${slip.product}`;
  return {
    kudos: [
      {
        person: 'U10',
        by: 'Dirección comercial',
        day: on(35, 18),
        text: 'Un año más, gana la mitad más que nadie con las mismas horas. Y enseña cómo.',
      },
      {
        person: 'U4',
        by: 'Dirección comercial',
        day: on(30, 9),
        text: 'Su conversión ha subido desde que empezó la formación: se nota el trabajo.',
      },
    ],
    reviews: [
      {
        kpi: 'csat',
        owner: 'Jefatura de Servicio',
        next: on(35, 20),
        last: { decision: 'keep', reason: 'Avisó de la falta de agentes antes que las quejas.', on: on(32, 20) },
      },
      {
        kpi: 'new_leads',
        owner: 'Marketing',
        next: on(35, 8),
        last: {
          decision: 'change',
          reason: 'El volumen solo engaña: desde ahora se mira siempre junto a la tasa de cualificación.',
          on: on(giveaway.to, 8),
        },
      },
      {
        kpi: 'on_time_delivery',
        owner: 'Calidad',
        next: Temporal.PlainDate.from(until).add({ days: 75 }).toString(),
        last: { decision: 'keep', reason: 'Es la primera señal del proveedor nuevo.', on: on(34, 20) },
      },
      { kpi: 'opportunity_lost_reasons', owner: 'Dirección comercial', next: on(35, 25), last: null },
    ],
    annotations: [
      {
        kind: 'product',
        from: on(discontinued.month),
        to: on(discontinued.month),
        scope: `product.name=${discontinued.product}`,
        es: `Se deja de vender la ${discontinued.product}`,
        en: `${discontinued.product} is no longer sold`,
      },
      {
        kind: 'people',
        from: on(coached.from),
        to: on(coached.from),
        scope: `owner.name=${coached.name}`,
        es: `Empieza la formación de ${coached.name} con su jefatura`,
        en: `${coached.name}'s coaching begins`,
      },
      {
        kind: 'product',
        from: on(slip.from),
        to: on(slip.from),
        scope: late,
        es: `Cambia el proveedor del ${slip.product}`,
        en: `${slip.product} has a new supplier`,
      },
      {
        kind: 'people',
        from: on(serviceCrisis.from),
        to: endOf(serviceCrisis.to - 1),
        scope: null,
        es: 'Soporte trabaja con cuatro agentes de seis',
        en: 'Support works with four agents of six',
      },
      {
        kind: 'strategy',
        from: on(giveaway.from),
        to: endOf(giveaway.to - 1),
        scope: null,
        es: `Campaña «${giveaway.campaign}» en redes`,
        en: `“${giveaway.campaign}” campaign on social networks`,
      },
    ],
    threads: [
      {
        kpi: 'csat',
        scope: null,
        resolved: null,
        comments: [
          {
            by: 'Dirección comercial',
            day: on(serviceCrisis.from + 1, 9),
            text: 'La satisfacción se hunde justo cuando faltan dos agentes. ¿Es solo eso?',
          },
          {
            by: 'Jefatura de Servicio',
            day: on(serviceCrisis.from + 1, 10),
            text: `No del todo. La espera explica la caída general, pero por producto el ${slip.product} baja por su cuenta: llega tarde desde que cambió el proveedor.`,
          },
          {
            by: 'Calidad',
            day: on(serviceCrisis.from + 1, 12),
            text: 'Abrimos caso con el proveedor. Mientras tanto, conviene mirar este indicador por producto.',
          },
        ],
      },
      {
        kpi: 'new_leads',
        scope: null,
        resolved: on(giveaway.to, 8),
        comments: [
          { by: 'Marketing', day: on(giveaway.from + 2, 6), text: `El «${giveaway.campaign}» trae más leads que nunca y a 6 € cada uno.` },
          {
            by: 'Dirección comercial',
            day: on(giveaway.from + 2, 7),
            text: 'Mirad la cualificación por campaña antes de celebrarlo: de esos leads casi ninguno llega a oportunidad.',
          },
        ],
      },
      {
        kpi: 'opportunity_lost_reasons',
        scope: `owner.office=${careless.office}`,
        resolved: null,
        comments: [
          {
            by: 'Datos y sistemas',
            day: on(34, 16),
            text: `En ${careless.office} la mitad de las oportunidades perdidas no lleva motivo. Así no se puede saber por qué se pierden.`,
          },
        ],
      },
    ],
    decisions: [
      {
        kpi: 'first_response_time',
        scope: null,
        what: 'Contratar a dos agentes de soporte',
        why: 'Desde que se fueron dos de los seis, la primera respuesta tarda el triple y las quejas casi se triplican.',
        by: 'Dirección comercial',
        on: on(serviceCrisis.from + 1, 12),
        next: on(serviceCrisis.to + 1, 10),
        outcome: {
          day: on(serviceCrisis.to + 1, 11),
          text: 'Con los dos nuevos, la primera respuesta vuelve a su sitio en el primer mes.',
        },
      },
      {
        kpi: 'new_leads',
        scope: null,
        what: `No repetir el «${giveaway.campaign}»`,
        why: 'Solo el 8 % de sus leads se cualifica y casi ninguno se convierte: baja la conversión de toda la empresa.',
        by: 'Marketing y Dirección comercial',
        on: on(giveaway.to, 8),
        next: on(35, 15),
        outcome: null,
      },
      {
        kpi: 'on_time_delivery',
        scope: late,
        what: `Prometer el ${slip.product} con el plazo que de verdad cumple`,
        why: 'Tres de cada cuatro entregas llegan tarde y tres meses después se pierden las ventas.',
        by: 'Calidad',
        on: on(34, 20),
        next: Temporal.PlainDate.from(until).add({ days: 75 }).toString(),
        outcome: null,
      },
    ],
  };
}
