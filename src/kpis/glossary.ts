import type { Term } from '../model/glossary.ts';
import type { Settings } from '../model/settings.ts';
import type { Bilingual, Need } from './kpi.ts';

interface Meaning {
  /** The meaning in a sentence. `{days}` is `customer.active_days`. */
  readonly says: Bilingual;
  /** What a KPI that uses the term needs instead, where it differs. */
  readonly needs?: (needs: readonly Need[]) => readonly Need[];
}

export interface GlossaryTerm {
  readonly name: Bilingual;
  /** Where in `cuadro.yaml` it is set. */
  readonly setting: string;
  /** Where the source texts contradict themselves or leave it open. */
  readonly conflict: Bilingual;
  /** By the value of the setting, the default first; of a number there is one, `days`. */
  readonly meanings: Readonly<Record<string, Meaning>>;
}

/** Needs with others in the place of one that names a field, alone or among alternatives. */
const instead =
  (field: string, ...others: readonly Need[]) =>
  (needs: readonly Need[]): readonly Need[] =>
    needs.flatMap((need) => ([need].flat().includes(field) ? others : [need]));

/** Needs that a contract or an order could meet, met by one of them only. */
const without = (entity: 'contract' | 'order') => (needs: readonly Need[]) =>
  needs.map((need): Need => {
    if (typeof need === 'string') return need;
    const left = need.filter((one) => !one.startsWith(`${entity}.`));
    return left.length === 0 ? need : left;
  });

const ways: readonly Need[] = [['lead.email', 'lead.phone']];

/** The contested words, in the order of a customer's life. */
export const glossary: Readonly<Record<Term, GlossaryTerm>> = {
  lead: {
    name: { es: 'Lead', en: 'Lead' },
    setting: 'glossary.lead',
    conflict: {
      es: 'Los textos dicen «cliente potencial» tanto del lead sin cualificar como del prospecto ya cualificado («el cliente potencial no es un contacto cualificado y el cliente potencial ya lo es») y no dicen si un registro sin datos de contacto cuenta.',
      en: 'The texts give the unqualified lead and the qualified prospect one and the same name, and do not say whether a record without any contact details counts.',
    },
    meanings: {
      every_record: {
        says: {
          es: 'Todo registro de lead, tenga o no datos de contacto.',
          en: 'Every lead record, with or without contact details.',
        },
      },
      reachable: {
        says: {
          es: 'Solo el que se puede contactar: tiene correo o teléfono.',
          en: 'Only one that can be reached: it has an e-mail address or a phone number.',
        },
        needs: (needs) => (needs.some((need) => typeof need === 'string' && need.startsWith('lead.')) ? [...needs, ...ways] : needs),
      },
    },
  },
  prospect: {
    name: { es: 'Prospecto', en: 'Prospect' },
    setting: 'glossary.prospect',
    conflict: {
      es: 'Un texto distingue al prospecto (cualificado) del lead; otro dice que el CPA cuesta «prospectos generados» y cuenta en él a los que no estarán interesados; y el «número de prospectos» de otro puede ser cualquiera de los dos.',
      en: 'One text tells the prospect (qualified) from the lead; another says that CPA is what “prospects generated” cost and counts the uninterested among them; and the “number of prospects” of a third may be either.',
    },
    meanings: {
      qualified: {
        says: {
          es: 'El lead que se ha cualificado.',
          en: 'A lead that has qualified.',
        },
      },
      any_lead: {
        says: {
          es: 'Cualquier lead: prospecto y lead son lo mismo.',
          en: 'Any lead: prospect and lead are the same.',
        },
        needs: instead('lead.qualified_at', 'lead.created_at'),
      },
    },
  },
  qualified: {
    name: { es: 'Cualificado', en: 'Qualified' },
    setting: 'glossary.qualified',
    conflict: {
      es: 'Los textos piden leads cualificados en vez de leads a secas, pero no dicen quién los cualifica ni cuándo: marketing al puntuarlos, el traspaso a ventas o ventas al aceptarlos.',
      en: 'The texts ask for qualified leads instead of leads, but say neither who qualifies them nor when: marketing on scoring them, the hand-over to sales, or sales on accepting them.',
    },
    meanings: {
      qualified_at: {
        says: {
          es: 'Desde su fecha de cualificación; sin fecha, por su estado.',
          en: 'From its date of qualification or, where none is on record, by its status.',
        },
      },
      handed_over_at: {
        says: {
          es: 'Desde que marketing lo entrega a ventas.',
          en: 'From the day marketing hands it over to sales.',
        },
        needs: instead('lead.qualified_at', 'lead.handed_over_at'),
      },
      accepted_at: {
        says: {
          es: 'Desde que ventas lo acepta.',
          en: 'From the day sales accepts it.',
        },
        needs: instead('lead.qualified_at', 'lead.accepted_at'),
      },
    },
  },
  acquired: {
    name: { es: 'Adquirido', en: 'Acquired' },
    setting: 'glossary.acquired',
    conflict: {
      es: 'Un texto dice que adquirir es «ganar un cliente potencial que inicia una suscripción pero que todavía no ha gastado dinero», y dos apartados después divide el coste de adquisición entre «nuevos clientes conseguidos».',
      en: 'A text says that to acquire is to win someone who starts a subscription without having spent anything, and two sections on divides the cost of acquisition by new customers won.',
    },
    meanings: {
      signed_up: {
        says: {
          es: 'Quien se da de alta o firma, aunque todavía no haya pagado.',
          en: 'Who signs up or signs, before having paid.',
        },
      },
      first_order: {
        says: {
          es: 'Quien hace su primer pedido.',
          en: 'Who places a first order.',
        },
        needs: instead('contact.subscribed_at', 'order.ordered_at', 'order.account_id'),
      },
    },
  },
  converted: {
    name: { es: 'Convertido', en: 'Converted' },
    setting: 'glossary.converted',
    conflict: {
      es: 'Un texto avisa de que «la conversión se mezcla muy a menudo con la adquisición» y la define como un cliente real que ha gastado dinero; los CRM llaman convertir a pasar el lead a cuenta y oportunidad, haya comprado o no.',
      en: 'A text warns that conversion is very often mixed up with acquisition and defines it as a real customer who has spent money; CRMs call it converting when a lead becomes an account and a deal, bought or not.',
    },
    meanings: {
      source: {
        says: {
          es: 'El lead que el sistema de origen da por convertido, por su fecha; sin fecha, por su estado.',
          en: 'A lead that the source system calls converted, by its date or, where none is on record, by its status.',
        },
      },
      first_paid_order: {
        says: {
          es: 'El lead cuya cuenta paga por primera vez; sin cobros registrados, con su primer pedido.',
          en: 'A lead whose account pays for the first time or, where payments are not on record, places its first order.',
        },
        needs: instead('lead.converted_at', 'lead.converted_account_id', ['payment.paid_at', 'order.ordered_at', 'contract.started_at']),
      },
    },
  },
  customer: {
    name: { es: 'Cliente', en: 'Customer' },
    setting: 'glossary.customer',
    conflict: {
      es: 'El abandono se define para «clientes vinculados por algún contrato o suscripción»; la retención, para «todos los clientes», que también pueden ser los que solo hacen pedidos.',
      en: 'Churn is defined for customers bound by a contract or subscription; retention for “all customers”, who may also be those who only order.',
    },
    meanings: {
      contracts_else_orders: {
        says: {
          es: 'Quien tiene un contrato en vigor; sin contratos, quien hizo un pedido (o, sin pedidos, un pago) hace poco.',
          en: 'Who has a contract in force or, without contracts, ordered (or, without orders, paid) not long ago.',
        },
      },
      contracts: {
        says: {
          es: 'Solo quien tiene un contrato en vigor.',
          en: 'Only who has a contract in force.',
        },
        needs: without('order'),
      },
      orders: {
        says: {
          es: 'Solo quien hizo un pedido hace poco, tenga o no contrato.',
          en: 'Only who ordered not long ago, with or without a contract.',
        },
        needs: without('contract'),
      },
    },
  },
  active: {
    name: { es: 'Activo', en: 'Active' },
    setting: 'customer.active_days',
    conflict: {
      es: 'Ningún texto dice cuánto puede pasar sin un pedido antes de dar por perdido a quien no tiene contrato.',
      en: 'No text says how long somebody without a contract may go without an order before counting as lost.',
    },
    meanings: {
      days: {
        says: {
          es: 'Sin contrato, quien hizo un pedido en los últimos {days} días.',
          en: 'Without a contract, who ordered within the last {days} days.',
        },
      },
    },
  },
  churn_date: {
    name: { es: 'Fecha de baja', en: 'Date of a loss' },
    setting: 'glossary.churn_date',
    conflict: {
      es: 'Los textos dan la tasa de abandono «en un mes» sin decir en cuál cae la baja: cuando se pide, cuando acaba el servicio o cuando tocaba renovar.',
      en: 'The texts give churn “in a month” without saying in which month a loss falls: when it is asked for, when service ends or when renewal was due.',
    },
    meanings: {
      cancellation: {
        says: {
          es: 'El día en que se cancela; sin cancelación, cuando el contrato acaba sin renovarse.',
          en: 'The day of cancellation or, without one, when the contract ends without renewal.',
        },
      },
      end_of_service: {
        says: {
          es: 'Cuando acaba el servicio contratado, aunque se cancelara antes.',
          en: 'When the service under contract ends, even if it was cancelled before.',
        },
      },
      renewal_due: {
        says: {
          es: 'Cuando tocaba renovar y no se renovó; sin fecha de renovación, cuando el contrato acaba.',
          en: 'When renewal fell due and was not made; without such a date, when the contract ends.',
        },
      },
    },
  },
};

/** The meaning of a term in a workspace: its id (of `active`, `days`) and the value of its setting. */
export const meaningOf = (term: Term, settings: Settings): { readonly meaning: string; readonly value: string | number } =>
  term === 'active'
    ? { meaning: 'days', value: settings.customer.active_days }
    : { meaning: settings.glossary[term], value: settings.glossary[term] };

/** A term as shown: what it means here, and what else it may mean. */
export interface ShownTerm {
  readonly term: Term;
  readonly name: string;
  readonly setting: string;
  readonly value: string | number;
  readonly means: string;
  readonly others: readonly { readonly value: string; readonly means: string }[];
}

export function shownTerm(term: Term, settings: Settings, language: keyof Bilingual): ShownTerm {
  const { name, setting, meanings } = glossary[term];
  const { meaning, value } = meaningOf(term, settings);
  const means = (one: string): string => (meanings[one]?.says[language] ?? '').replace('{days}', String(settings.customer.active_days));
  const others = Object.keys(meanings).filter((one) => one !== meaning);
  return {
    term,
    name: name[language],
    setting,
    value,
    means: means(meaning),
    others: others.map((one) => ({ value: one, means: means(one) })),
  };
}

/** Needs as they are under the meanings that a workspace gives to some terms. */
export const neededUnder = (needs: readonly Need[], terms: readonly Term[], settings: Settings): readonly Need[] =>
  (Object.keys(glossary) as Term[])
    .filter((term) => terms.includes(term))
    .reduce((left, term) => glossary[term].meanings[meaningOf(term, settings).meaning]?.needs?.(left) ?? left, needs);
