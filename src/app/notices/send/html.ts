/** What people wrote, as text of a page: nothing in it is taken for a mark. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** A link of ours, for an attribute. */
export const linkHtml = (href: string, words: string): string =>
  `<a href="${escapeHtml(href)}" style="color:#0b5cad">${escapeHtml(words)}</a>`;

/** A message's page: one column, styles within, since mail programs take no sheets; colours that hold on light and dark alike are left to the program. */
export const htmlPage = (language: string, title: string, body: readonly string[]): string =>
  `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px 16px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto">
${body.join('\n')}
</div>
</body>
</html>
`;
