import type { Words } from './language.ts';

/** What stands at `/` where the web application is not built. */
export const unbuiltWords = {
  unbuilt: {
    es: 'Cuadro está en marcha, pero su aplicación web no está construida. En la carpeta de Cuadro, ejecute «npm run build» y recargue esta página.',
    en: 'Cuadro is running, but its web app is not built. In Cuadro’s folder, run “npm run build” and reload this page.',
  },
  api: { es: 'La API responde', en: 'The API answers' },
} as const satisfies Readonly<Record<string, Words>>;
