import type { ErrorTexts } from './texts.ts';

/** Accounts and rights. */
export const accessErrors = {
  forbidden: {
    es: {
      message: 'Su papel ({found}) no da derecho a esto.',
      expected: 'un papel con el permiso «{expected}»',
      fix: 'Pídaselo a quien administra Cuadro en su empresa.',
    },
    en: {
      message: 'Your role ({found}) gives no right to this.',
      expected: 'a role with the permission "{expected}"',
      fix: 'Ask whoever administers Cuadro in your company.',
    },
  },
} satisfies ErrorTexts;
