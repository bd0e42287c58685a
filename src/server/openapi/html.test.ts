import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes everything that is not markup', () => {
  const name = `<script>alert("x")</script> & 'y'`;
  expect(html`<p title="${name}">${name}${null}${[html`<b>${1}</b>`, '<i>']}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;<b>1</b>&lt;i&gt;</p>',
  );
});
