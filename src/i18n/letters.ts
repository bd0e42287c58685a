import type { Language } from './language.ts';

interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What Cuadro writes by e-mail; `{name}` is the company. */
export interface LetterWords {
  readonly invitation: Letter;
  readonly reset: Letter;
}

export const letters: Readonly<Record<Language, LetterWords>> = {
  es: {
    invitation: {
      subject: 'Le han invitado a Cuadro: {name}',
      text: `Hola:

{by} le invita a ver los indicadores de {name} en Cuadro. Para crear su cuenta, abra este enlace:

{link}

Vale una sola vez y durante siete días. Si no esperaba esta invitación, no tiene que hacer nada.
`,
    },
    reset: {
      subject: 'Nueva contraseña para Cuadro',
      text: `Hola:

Alguien, probablemente usted, ha pedido una contraseña nueva para su cuenta de Cuadro en {name}. Para elegirla, abra este enlace:

{link}

Vale una sola vez y durante {hours} h. Al cambiarla se cierran todas sus sesiones. Si no lo ha pedido usted, ignore este mensaje: su
contraseña sigue siendo la misma.
`,
    },
  },
  en: {
    invitation: {
      subject: 'You are invited to Cuadro: {name}',
      text: `Hello,

{by} invites you to see the KPIs of {name} in Cuadro. To make your account, open this link:

{link}

It works once, for seven days. If you did not expect this invitation, there is nothing you need to do.
`,
    },
    reset: {
      subject: 'A new password for Cuadro',
      text: `Hello,

Someone, probably you, asked for a new password for your Cuadro account at {name}. To choose it, open this link:

{link}

It works once, for {hours} h. Changing it ends all your sessions. If it was not you, ignore this message: your password stays as it is.
`,
    },
  },
};
