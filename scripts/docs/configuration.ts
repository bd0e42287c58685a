import { configFields } from '../../src/app/config/fields.ts';
import type { Language } from '../../src/i18n/language.ts';

const words = {
  es: {
    title: 'Configuración',
    intro:
      'Los ajustes de la instalación están en `cuadro.yaml`, en la carpeta del espacio de trabajo, junto a los de los indicadores; cada uno se puede dar también con una variable de entorno, que manda sobre el archivo. Lo que no se dice vale lo que aquí se indica. Los secretos nunca están en `cuadro.yaml`: van en su variable, en el archivo que indica `<VARIABLE>_FILE`, o en el que indica `<clave>_file` en `cuadro.yaml`, que solo puede leer su dueño (0600). `DATABASE_URL` (o el archivo de `DATABASE_URL_FILE`) pone el almacén de la aplicación en PostgreSQL y `CUADRO_DATA` dice la carpeta.',
    columns: ['Ajuste', 'Variable', 'Si no se dice', 'Qué es'],
    secret: 'secreto',
  },
  en: {
    title: 'Configuration',
    intro:
      "Settings of the installation stand in `cuadro.yaml`, in the workspace's folder, beside those of the KPIs; each can also be given by an environment variable, which goes before the file. What is not said is as told here. Secrets never stand in `cuadro.yaml`: they come from their variable, from the file that `<VARIABLE>_FILE` names, or from that which `<key>_file` names in `cuadro.yaml`, which only its owner may read (0600). `DATABASE_URL`, or the file of `DATABASE_URL_FILE`, puts the app store in PostgreSQL, and `CUADRO_DATA` says the folder.",
    columns: ['Setting', 'Variable', 'Unless said', 'What it is'],
    secret: 'secret',
  },
} as const satisfies Record<Language, unknown>;

const inCell = (text: string): string => text.replaceAll('|', '\\|');

/** @returns `docs/configuration.md`, from the schema */
export function configurationPage(language: Language): string {
  const { title, intro, columns, secret } = words[language];
  const parts = [...new Set(configFields.map(({ part }) => part))];
  const tables = parts.map((part) => {
    const rows = configFields
      .filter((field) => field.part === part)
      .map(({ key, variable, schema, secret: isSecret, about }) => {
        const value = schema.safeParse(undefined);
        const standard = isSecret ? secret : value.success && value.data !== null ? `\`${inCell(JSON.stringify(value.data))}\`` : '–';
        return `| \`${part}.${key}\` | \`${variable}\` | ${standard} | ${inCell(about[language])} |`;
      });
    return [`## ${part}`, '', `| ${columns.join(' | ')} |`, '|---|---|---|---|', ...rows, ''].join('\n');
  });
  return [`# ${title}`, '', intro, '', ...tables].join('\n');
}

export const configurationFiles: Readonly<Record<Language, URL>> = {
  es: new URL('../../docs/configuration.es.md', import.meta.url),
  en: new URL('../../docs/configuration.md', import.meta.url),
};
