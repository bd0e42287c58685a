import { describe, expect, it } from 'vitest';
import { type Posted, slackBody, teamsBody, webhookBody } from './bodies.ts';

const posted: Posted = {
  notice: {
    id: 'n',
    kind: 'alert_firing',
    at: '2026-07-01T10:00:00.000Z',
    title: '',
    lines: [],
    figures: [],
    kpi: 'nps',
    scope: 'owner.team=Norte',
  },
  others: [],
  title: 'Alerta: NPS <!channel> & <b>',
  lines: ['Ha caído. [Entre](https://malo.example) *ya*'],
  figures: [{ name: 'Valor', value: '12,5' }],
  link: 'https://cuadro.empresa.es/kpis/nps?to=2026-06-30',
  language: 'es',
  company: 'Prueba',
};

describe('what is posted', () => {
  it('to a program of one’s own says what, of what and in which language', () => {
    expect(JSON.parse(webhookBody(posted, 'd', '2026-07-02T00:00:00Z'))).toEqual({
      type: 'notice.alert_firing',
      id: 'd',
      timestamp: '2026-07-01T10:00:00.000Z',
      data: {
        company: 'Prueba',
        language: 'es',
        kpi: 'nps',
        scope: 'owner.team=Norte',
        title: posted.title,
        lines: posted.lines,
        figures: posted.figures,
        link: posted.link,
        others: [],
      },
    });
  });

  it('to Slack calls nobody that people did not mean to call', () => {
    const { text, blocks } = JSON.parse(slackBody(posted));
    expect(text).toBe('Alerta: NPS &lt;!channel&gt; &amp; &lt;b&gt;');
    expect(blocks.map(({ type }: { type: string }) => type)).toEqual(['header', 'section', 'section', 'actions']);
    expect(blocks[0].text).toEqual({ type: 'plain_text', text: posted.title, emoji: false });
    expect(blocks[2].fields[0].text).toBe('*Valor*\n12,5');
    expect(blocks[3].elements[0]).toMatchObject({ url: posted.link, text: { text: 'Abrir en Cuadro' } });
    const long = JSON.parse(slackBody({ ...posted, title: 'x'.repeat(500), lines: ['y'.repeat(9_000)] }));
    expect(long.blocks[0].text.text).toHaveLength(150);
    expect(long.blocks[1].text.text.length).toBeLessThanOrEqual(3_000);
  });

  it('to Teams is an Adaptive Card in which what people wrote is no link', () => {
    const { type, attachments } = JSON.parse(teamsBody(posted));
    expect([type, attachments[0].contentType]).toEqual(['message', 'application/vnd.microsoft.card.adaptive']);
    const { body, actions, version } = attachments[0].content;
    expect(version).toBe('1.4');
    expect(body[1].text).toBe('Ha caído. \\[Entre\\]\\(https://malo.example\\) \\*ya\\*');
    expect(body[2]).toEqual({ type: 'FactSet', facts: [{ title: 'Valor', value: '12,5' }] });
    expect(actions).toEqual([{ type: 'Action.OpenUrl', title: 'Abrir en Cuadro', url: posted.link }]);
  });
});
