import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Host } from '../../app/host.ts';
import { nobody } from '../../app/rights/actor.ts';
import { asCuadroError, renderError } from '../../i18n/errors.ts';
import type { Language } from '../../i18n/language.ts';
import { unsubscribeWords } from '../../i18n/notices.ts';
import { html } from '../openapi/html.ts';
import { languageOfRequest } from '../rest/plugin.ts';
import { statusOf } from '../rest/status.ts';

/** Links are not guessed at this rate, and nobody ends more mail than this by hand. */
const perMinute = 30;
const mostBytes = 10_000;

type Asked = FastifyRequest<{ Params: { token: string } }>;

const page = (language: Language, title: string, body: string, form: string | null): string =>
  html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/api/style.css"></head>
<body><header><h1>${title}</h1></header><main class="columns"><p>${body}</p>${form === null ? null : html`<form method="post"><button type="submit">${form}</button></form>`}</main></body>
</html>
`.text;

/**
 * The link of a message that ends what the message is part of: a program's one click (RFC 8058) is a POST and needs nobody signed in; a person sees a page with a button first,
 * since what looks ahead at links must not end anything.
 */
export function addUnsubscribe(app: FastifyInstance, host: Host): void {
  app.register(async (scope) => {
    // What a mail program sends says nothing that the link does not.
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: mostBytes },
      async () => null,
    );
    const limited = { config: { rateLimit: { max: perMinute, timeWindow: 60_000 } } };
    const show = (reply: FastifyReply, status: number, text: string): FastifyReply =>
      // A form of a page that tells nobody where it comes from would be taken for another's.
      reply.code(status).type('text/html; charset=utf-8').header('referrer-policy', 'same-origin').send(text);
    scope.get('/unsubscribe/:token', limited, async (request: Asked, reply) => {
      const language = languageOfRequest(request);
      const words = unsubscribeWords[language];
      const what = request.params.token.startsWith('digest.') ? words.askDigest : words.askMail;
      return show(reply, 200, page(language, words.title, what, words.button));
    });
    scope.post('/unsubscribe/:token', limited, async (request: Asked, reply) => {
      const language = languageOfRequest(request);
      const words = unsubscribeWords[language];
      try {
        const { token } = request.params;
        await host.run('unsubscribe', { token }, { actor: nobody(request.ip), progress: () => undefined, signal: null });
        return show(reply, 200, page(language, words.title, words.done, null));
      } catch (thrown) {
        const error = asCuadroError(thrown);
        const { message, fix } = renderError(error, language);
        return show(reply, statusOf(error), page(language, words.title, `${message} ${fix}`, null));
      }
    });
  });
}
