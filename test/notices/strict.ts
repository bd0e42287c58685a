import { z } from 'zod';

/** Lone halves of a letter are no text. */
const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((one) => one.isWellFormed());

const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    // A mark is written out whole, or it is an order to Slack.
    text: text(most).refine((one) => !/[<>]|&(?!amp;|lt;|gt;)/.test(one)),
    verbatim: z.boolean().optional(),
  });
const plainText = (most: number) => z.strictObject({ type: z.literal('plain_text'), text: text(most), emoji: z.boolean().optional() });

/** A message of Slack's Block Kit as its reference states it (docs.slack.dev/reference/block-kit/blocks), of the blocks that are used here. */
const slackMessage = z.strictObject({
  text: text(40_000),
  blocks: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('header'), text: plainText(150) }),
        z
          .strictObject({
            type: z.literal('section'),
            text: mrkdwn(3_000).optional(),
            fields: z.array(mrkdwn(2_000)).min(1).max(10).optional(),
          })
          .refine((one) => one.text !== undefined || one.fields !== undefined),
        z.strictObject({
          type: z.literal('actions'),
          elements: z
            .array(z.strictObject({ type: z.literal('button'), text: plainText(75), url: z.url().max(3_000) }))
            .min(1)
            .max(25),
        }),
      ]),
    )
    .min(1)
    .max(50),
});

/** An Adaptive Card 1.4 (adaptivecards.io/explorer), `style` of 1.5, which older ones pass over; of the elements that are used here. */
const card = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.enum(['1.0', '1.1', '1.2', '1.3', '1.4']),
  lang: z.string().optional(),
  fallbackText: text(28_000).optional(),
  body: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({
          type: z.literal('TextBlock'),
          text: text(28_000),
          wrap: z.boolean().optional(),
          size: z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
          weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(),
          style: z.enum(['default', 'heading']).optional(),
        }),
        z.strictObject({
          type: z.literal('FactSet'),
          facts: z.array(z.strictObject({ title: text(1_000), value: text(1_000) })).min(1),
        }),
      ]),
    )
    .min(1),
  actions: z.array(z.strictObject({ type: z.literal('Action.OpenUrl'), title: text(1_000), url: z.url() })).optional(),
});

/** The envelope that «When a Teams webhook request is received» takes. */
const teamsMessage = z.strictObject({
  type: z.literal('message'),
  attachments: z
    .array(
      z.strictObject({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        contentUrl: z.null().optional(),
        content: card,
      }),
    )
    .length(1),
});

const asJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** What Slack's incoming webhooks answer to a body: status and words. */
export function slackAnswer(body: string): readonly [number, string] {
  const found = asJson(body);
  if (found === undefined) return [400, 'invalid_payload'];
  return slackMessage.safeParse(found).success ? [200, 'ok'] : [400, 'invalid_blocks'];
}

/** What a workflow of Teams answers to a body; what it would only fail at later is refused too. */
export function teamsAnswer(body: string): readonly [number, string] {
  if (Buffer.byteLength(body) > 28 * 1024) return [413, 'Request Entity too large'];
  return teamsMessage.safeParse(asJson(body)).success ? [202, ''] : [400, '{"error":{"code":"TriggerInputSchemaMismatch"}}'];
}
