import type { ReadingTexts } from './words.ts';

export const pipelineReadings = {
  'high_conversion_low_value.strategy_or_leads': {
    es: {
      says: 'Se gana mucho pero de poco valor: {others}.',
      next: 'Ajuste la estrategia de ventas o mejore la calidad de los leads: se están cerrando las fáciles.',
    },
    en: {
      says: 'Much is won, of little worth: {others}.',
      next: 'Adjust the sales strategy or improve the quality of leads: the easy ones are being closed.',
    },
  },
  'longer_cycle.split_it': {
    es: {
      says: 'El ciclo de ventas se alarga: {before} → {value}.',
      next: 'Sepárelo por producto y por número de artículos: la media esconde cuál se alarga. Mire también en qué etapa se para.',
    },
    en: {
      says: 'The sales cycle grows longer: {before} → {value}.',
      next: 'Split it by product and by number of items: the middle hides which one it is. See also at which stage deals stand still.',
    },
  },
  'bottleneck.found': {
    es: {
      says: '«{stage}» retiene las oportunidades {days} de mediana, el {share} de todo el recorrido: es el cuello de botella.',
      next: 'Pregunte qué falta para salir de esa etapa y quite pasos, o póngale a alguien.',
    },
    en: {
      says: '"{stage}" holds deals for a median of {days}, {share} of the whole way: it is the bottleneck.',
      next: 'Ask what it takes to leave that stage and remove steps, or give it people.',
    },
  },
  'realization.no_target': {
    es: {
      says: 'Con lo que se ha materializado otras veces, de esta cartera cabe esperar {expected} ({others}).',
      next: 'Cargue el objetivo de ingresos para saber si alcanza.',
    },
    en: {
      says: 'By what was realised before, {expected} may be expected from this pipeline ({others}).',
      next: 'Load the revenue target to know whether it is enough.',
    },
  },
  'realization.enough': {
    es: {
      says: 'La cartera alcanza para el objetivo: hacen falta {needed} veces y la cobertura es mayor ({others}). Cabe esperar {expected}.',
      next: 'Cuide la calidad más que el tamaño: trabaje los tratos idóneos.',
    },
    en: {
      says: 'The pipeline suffices for the target: {needed} times are needed and coverage is above ({others}). {expected} may be expected.',
      next: 'Care for quality more than for size: work on the right deals.',
    },
  },
  'realization.short': {
    es: {
      says: 'La cartera no alcanza para el objetivo: harían falta {needed} veces ({others}). Cabe esperar {expected}.',
      next: 'Genere más cartera idónea o revise el objetivo ahora, no al cierre.',
    },
    en: {
      says: 'The pipeline is too small for the target: {needed} times would be needed ({others}). {expected} may be expected.',
      next: 'Build more of the right pipeline or revise the target now, not at the close.',
    },
  },
  'lost_is_not_dead.ask_and_return': {
    es: {
      says: 'Perdido no es muerto: {kpi}, {value}. {also}',
      next: 'Registre la causa de cada pérdida y vuelva a llamar cuando esa causa cambie (precio, producto, fecha, persona).',
    },
    en: {
      says: 'Lost is not dead: {kpi}, {value}. {also}',
      next: 'Record why each was lost and come back when that reason changes (price, product, date, person).',
    },
  },
  'unmet_demand.present': {
    es: { says: 'Le piden lo que no ofrece: {value} peticiones.', next: 'Mire a qué precio lo piden y decida si volver a ofrecerlo.' },
    en: {
      says: 'People ask for what you do not offer: {value} requests.',
      next: 'See at which price they ask and decide whether to offer it again.',
    },
  },
  'unmet_demand.growing': {
    es: {
      says: 'Le piden cada vez más lo que no ofrece: {before} → {value} peticiones.',
      next: 'Calcule si puede ofrecerlo al precio que piden; la demanda crece.',
    },
    en: {
      says: 'People ask more and more for what you do not offer: {before} → {value} requests.',
      next: 'Work out whether you can offer it at the price they ask; demand grows.',
    },
  },
} as const satisfies ReadingTexts;
