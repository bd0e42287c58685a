export type Office = 'Madrid' | 'Valencia' | 'Sevilla';

export const offices: readonly Office[] = ['Madrid', 'Valencia', 'Sevilla'];

export interface Place {
  readonly city: string;
  readonly region: string;
  readonly office: Office;
  readonly country: string;
  readonly currency: string;
}

const place = (city: string, region: string, office: Office, country = 'ES', currency = 'EUR'): Place => ({
  city,
  region,
  office,
  country,
  currency,
});

/** Where customers are, how often, and the office that serves them; a few are abroad and pay in their own currency. */
export const places: readonly (readonly [Place, number])[] = [
  [place('Madrid', 'Comunidad de Madrid', 'Madrid'), 24],
  [place('Alcalá de Henares', 'Comunidad de Madrid', 'Madrid'), 6],
  [place('Toledo', 'Castilla-La Mancha', 'Madrid'), 5],
  [place('Valladolid', 'Castilla y León', 'Madrid'), 5],
  [place('Valencia', 'Comunitat Valenciana', 'Valencia'), 15],
  [place('Alicante', 'Comunitat Valenciana', 'Valencia'), 7],
  [place('Murcia', 'Región de Murcia', 'Valencia'), 6],
  [place('Sevilla', 'Andalucía', 'Sevilla'), 13],
  [place('Málaga', 'Andalucía', 'Sevilla'), 8],
  [place('Córdoba', 'Andalucía', 'Sevilla'), 5],
  [place('Gibraltar', 'Gibraltar', 'Sevilla', 'GI', 'GBP'), 2],
  [place('Londres', 'Inglaterra', 'Madrid', 'GB', 'GBP'), 2],
  [place('Miami', 'Florida', 'Madrid', 'US', 'USD'), 2],
];
