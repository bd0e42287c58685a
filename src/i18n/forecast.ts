import { formatDistance, formatPeriod, formatValue, hasShares, type Writer } from './format.ts';
import type { Language, Words } from './language.ts';

/** How each way of foreseeing is called. */
export const methodWords: Readonly<Record<string, Words>> = {
  naive: { es: 'lo último que hubo', en: 'what was last' },
  seasonal_naive: { es: 'lo mismo que hace un ciclo', en: 'the same as a season ago' },
  smoothing: { es: 'alisado exponencial simple', en: 'simple exponential smoothing' },
  damped: { es: 'alisado exponencial con tendencia amortiguada', en: 'exponential smoothing with a damped trend' },
  theta: { es: 'método Theta', en: 'Theta method' },
  seasonal: { es: 'alisado exponencial con estacionalidad', en: 'seasonal exponential smoothing' },
  seasonal_log: { es: 'alisado exponencial con estacionalidad proporcional', en: 'exponential smoothing with proportional seasons' },
};

export const forecastColumns = {
  es: { period: 'Periodo', expected: 'Se espera', method: 'Método' },
  en: { period: 'Period', expected: 'Expected', method: 'Method' },
} as const;

const refusals: Readonly<Record<string, Words>> = {
  series_too_short: {
    es: '{kpi}: no hay bastante historia para prever ({known} periodos seguidos; hacen falta 11).',
    en: '{kpi}: not enough history for a forecast ({known} periods in a row; 11 are needed).',
  },
  series_without_variation: {
    es: '{kpi}: casi no varía; lo que venga será lo de siempre o algo que la historia no enseña.',
    en: '{kpi}: hardly varies; what comes is as ever, or something that its history does not show.',
  },
  series_of_groups: {
    es: '{kpi} se lee por grupos y no es una sola serie: elija uno con un filtro.',
    en: '{kpi} is read by groups and is not one series: choose one with a filter.',
  },
};

const forecast: Words = {
  es: '{kpi}: para {period} se espera {value} (entre {low} y {high}, ocho de cada diez veces). Por {method}, que en {forecasts} pruebas con sus propios datos se ha equivocado de media {error}{better}.',
  en: '{kpi}: {value} is expected for {period} (between {low} and {high}, eight times of ten). By {method}, which in {forecasts} tests on its own data was wrong by {error} on average{better}.',
};
const outlooks: Readonly<Record<string, Words>> = {
  better: { es: 'Sería mejor que {value} ({period}).', en: 'It would be better than {value} ({period}).' },
  worse: { es: 'Sería peor que {value} ({period}).', en: 'It would be worse than {value} ({period}).' },
};
const better: Words = {
  es: ', un {share} menos que repetir el ciclo anterior',
  en: ', {share} less than repeating the season before',
};
const same: Words = { es: '; nada mejora repetir lo anterior', en: '; nothing does better than repeating what was' };

export interface ForecastToTell {
  readonly name: string;
  readonly unit: string;
  readonly grain: string;
  readonly refused: string | null;
  /** Periods that could be used. */
  readonly known: number;
  readonly found: {
    readonly method: string;
    readonly points: readonly {
      readonly start: string;
      readonly end: string;
      readonly value: number;
      readonly inner: readonly [number, number];
    }[];
    readonly outlook: {
      readonly against: { readonly start: string; readonly end: string; readonly value: number };
      readonly verdict: 'better' | 'worse' | null;
    } | null;
    readonly tested: { readonly mase: number; readonly smape: number; readonly mae: number; readonly forecasts: number };
    readonly tried: readonly { readonly method: string; readonly mase: number }[];
  } | null;
}

const fill = (text: string, places: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '–');

/** How wrong forecasts were: as a share of what came; of rates and scores in points, of which a share says nothing. */
function errorOf(
  { smape, mae }: { readonly smape: number; readonly mae: number },
  unit: string,
  language: Language,
  writer: Writer,
): string {
  if (!hasShares(unit)) return formatDistance(mae, unit, writer);
  return `${language === 'es' ? 'un ' : ''}${formatValue(smape, 'rate', writer)}`;
}

/** A forecast in a sentence or two: what comes next, how sure, by which method and how wrong it has been. */
export function tellForecast({ name, unit, grain, refused, known, found }: ForecastToTell, language: Language, writer: Writer): string {
  if (refused !== null || found === null)
    return fill(refusals[refused ?? 'series_too_short']?.[language] ?? '', { kpi: name, known: String(known) });
  const [next] = found.points;
  if (!next) return '';
  const { tested, tried, method } = found;
  const floor = tried.find((one) => one.method === 'seasonal_naive') ?? tried.find((one) => one.method === 'naive');
  const share = floor && floor.mase > 0 ? 1 - tested.mase / floor.mase : 0;
  const ahead =
    method === 'naive' || method === 'seasonal_naive'
      ? same[language]
      : share > 0.005
        ? fill(better[language], { share: formatValue(share, 'rate', writer) })
        : '';
  const { outlook } = found;
  const judged =
    outlook?.verdict == null
      ? ''
      : fill(outlooks[outlook.verdict]?.[language] ?? '', {
          value: formatValue(outlook.against.value, unit, writer),
          period: formatPeriod(outlook.against, grain, writer),
        });
  const says = fill(forecast[language], {
    kpi: name,
    period: formatPeriod(next, grain, writer),
    value: formatValue(next.value, unit, writer),
    low: formatValue(next.inner[0], unit, writer),
    high: formatValue(next.inner[1], unit, writer),
    method: methodWords[method]?.[language] ?? method,
    forecasts: String(tested.forecasts),
    error: errorOf(tested, unit, language, writer),
    better: ahead,
  });
  return judged === '' ? says : `${says} ${judged}`;
}
