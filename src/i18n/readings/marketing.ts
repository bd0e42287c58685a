import type { ReadingTexts } from './words.ts';

export const marketingReadings = {
  'visits_without_conversion.sales_grow': {
    es: {
      says: 'Llegan más visitas y convierten igual ({others}): las ventas totales crecen por volumen.',
      next: 'No es mala señal. Vea qué fuentes traen las visitas nuevas y pruebe a mejorar la página a la que llegan.',
    },
    en: {
      says: 'More visits come and convert as before ({others}): total sales grow by volume.',
      next: 'Not a bad sign. See which sources bring the new visits and try to improve the page they land on.',
    },
  },
  'visits_without_conversion.sales_to_watch': {
    es: {
      says: 'Llegan más visitas y convierten igual ({others}). Con más visitas, las ventas deberían crecer también.',
      next: 'Espere a las ventas del periodo siguiente antes de juzgar la conversión.',
    },
    en: {
      says: 'More visits come and convert as before ({others}). With more visits, sales should grow too.',
      next: 'Wait for next period’s sales before you judge the conversion.',
    },
  },
  'paid_traffic.not_worth_it': {
    es: {
      says: 'El tráfico de pago sube (de {visits_before} a {visits}) y las altas no lo siguen (de {subscribers_before} a {subscribers}): puede que no merezca la pena pagar por él.',
      next: 'Pare o cambie los anuncios que traen visitas sin altas y compare el coste por alta de cada campaña.',
    },
    en: {
      says: 'Paid traffic rises (from {visits_before} to {visits}) and sign-ups do not follow (from {subscribers_before} to {subscribers}): it may not be worth paying for.',
      next: 'Stop or change the ads that bring visits without sign-ups and compare the cost per sign-up of each campaign.',
    },
  },
  'interaction_cost.experience_gap': {
    es: {
      says: 'Cada contacto con un cliente cuesta más ({before} → {value}): suele indicar falta de experiencia o de conocimientos.',
      next: 'Mire la duración por persona: si solo sube en los nuevos, forme; si sube en todos, mire los asuntos y las herramientas.',
    },
    en: {
      says: 'Each contact with a customer costs more ({before} → {value}): often a sign of missing experience or knowledge.',
      next: 'See the duration by person: if only newcomers take longer, train; if all do, look at the questions and the tools.',
    },
  },
  'lead_price.within_value': {
    es: {
      says: 'Un lead cuesta {value}, el {share} de lo que un lead medio acaba dejando ({others}).',
      next: 'Decida qué parte del valor está dispuesto a pagar y compare campañas con ese techo.',
    },
    en: {
      says: 'A lead costs {value}, {share} of what an average lead ends up bringing ({others}).',
      next: 'Decide which part of the value you would pay and hold campaigns against that ceiling.',
    },
  },
  'lead_price.above_value': {
    es: {
      says: 'Un lead cuesta {value}, más de lo que un lead medio acaba dejando ({others}).',
      next: 'Baje el precio, mejore la conversión o busque clientes de más valor: así cada lead pierde dinero.',
    },
    en: {
      says: 'A lead costs {value}, more than an average lead ends up bringing ({others}).',
      next: 'Pay less, convert more or look for customers worth more: as it is, each lead loses money.',
    },
  },
  'cost_categories.incomplete': {
    es: {
      says: 'Este CAC ({value}) no incluye: {missing}. El coste real de captar es mayor.',
      next: 'Añada salarios, software, equipos y alquileres de marketing y ventas al libro de costes.',
    },
    en: {
      says: 'This CAC ({value}) leaves out: {missing}. The true cost of winning a customer is higher.',
      next: 'Add the salaries, software, equipment and rent of marketing and sales to the cost ledger.',
    },
  },
  'target_group.wrong_group': {
    es: {
      says: 'Se capta a pocos de los alcanzados ({value}): quizá el público objetivo no es el adecuado.',
      next: 'Revise a quién llegan las campañas: alcanzar a quien no puede comprar solo sube el gasto.',
    },
    en: {
      says: 'Few of those reached become customers ({value}): the target group may be wrong.',
      next: 'Check whom campaigns reach: reaching people who cannot buy only adds cost.',
    },
  },
  'investment_horizon.mind_the_time': {
    es: {
      says: '{kpi} de {value} sin contar el tiempo: unas inversiones dan fruto enseguida y otras tardan.',
      next: 'Compare solo inversiones con el mismo plazo, o use el retorno anualizado.',
    },
    en: {
      says: '{kpi} of {value} leaves time out: some investments pay at once, others take long.',
      next: 'Compare only investments of the same horizon, or use the annualised return.',
    },
  },
  'market_share.no_whole_market': {
    es: {
      says: 'Cuota de {value}. Aspirar al 100 % es arriesgado y rara vez compensa.',
      next: 'Fije una banda, no un máximo, y esté atento a los cambios del mercado.',
    },
    en: {
      says: 'A share of {value}. Aiming for 100 % is risky and rarely pays.',
      next: 'Set a band, not a maximum, and watch the changes in the market.',
    },
  },
  'market_share.react': {
    es: {
      says: 'La cuota baja de {before} a {value}: el mercado crece más que usted o alguien le gana terreno.',
      next: 'Compare sus ventas con el tamaño del mercado: si ambas suben, el problema es de ritmo; si las suyas bajan, de oferta.',
    },
    en: {
      says: 'Share falls from {before} to {value}: the market outgrows you or someone gains ground.',
      next: 'Compare your sales with the market: if both rise it is pace, if yours fall it is the offer.',
    },
  },
  'market_share.above_the_market': {
    es: {
      says: 'Una cuota de {value} es imposible: el tamaño de mercado está mal estimado o mide otra cosa.',
      next: 'Revise la estimación: mismo periodo, misma zona y misma unidad que sus ventas.',
    },
    en: {
      says: 'A share of {value} cannot be: the market estimate is wrong or measures something else.',
      next: 'Check the estimate: same period, same area and same unit as your sales.',
    },
  },
  'awareness_with_reputation.reputation_unknown': {
    es: {
      says: 'Le reconoce el {value} de su público, pero no hay datos de reputación: notoriedad con mala fama perjudica.',
      next: 'Añada una encuesta de satisfacción o de recomendación para leerlas juntas.',
    },
    en: {
      says: '{value} of your audience know you, but there are no data on reputation: fame with a bad name does harm.',
      next: 'Add a satisfaction or recommendation survey to read them together.',
    },
  },
  'awareness_with_reputation.bad_reputation': {
    es: {
      says: 'Le reconoce el {value} de su público, con mala reputación ({others}): más notoriedad puede perjudicar mucho.',
      next: 'Arregle primero la calidad; después vuelva a invertir en darse a conocer.',
    },
    en: {
      says: '{value} of your audience know you, with a poor reputation ({others}): more awareness may do much harm.',
      next: 'Mend quality first, then invest again in being known.',
    },
  },
  'awareness_with_reputation.with_reputation': {
    es: {
      says: 'Le reconoce el {value} de su público y la reputación acompaña ({others}).',
      next: 'Puede invertir en notoriedad mientras la calidad se mantenga.',
    },
    en: {
      says: '{value} of your audience know you and reputation goes with it ({others}).',
      next: 'You can invest in awareness while quality holds.',
    },
  },
} as const satisfies ReadingTexts;
