/** The style of the page about the API. Light and dark from the same names. */
export const apiStyle = `
:root { color-scheme: light dark; --paper:#f7f5f0; --sheet:#fffdf9; --ink:#1c2126; --ink-2:#565e66; --rule:#ddd8cd; --accent:#1f4fa3; --quiet:#eceae3; }
@media (prefers-color-scheme: dark) { :root { --paper:#14171a; --sheet:#1b1f23; --ink:#eceae4; --ink-2:#a9afb4; --rule:#31363b; --accent:#8fb2f0; --quiet:#262a2e; } }
* { box-sizing:border-box; }
html { scroll-padding-top:16px; }
body { margin:0; background:var(--paper); color:var(--ink); font:15px/1.5 "IBM Plex Sans", system-ui, sans-serif; }
a { color:var(--accent); text-underline-offset:2px; }
:focus-visible { outline:2px solid var(--accent); outline-offset:2px; }
.skip { position:absolute; left:-999px; } .skip:focus { left:8px; top:8px; background:var(--sheet); padding:8px; }
header, .columns { max-width:1200px; margin:0 auto; padding:0 24px; }
header { display:flex; flex-wrap:wrap; gap:8px 24px; align-items:baseline; justify-content:space-between; padding-top:24px; }
h1 { font-size:22px; margin:0; letter-spacing:-.01em; }
h2 { font-size:18px; margin:48px 0 8px; padding-bottom:8px; border-bottom:1px solid var(--rule); }
h3 { font-size:15px; margin:0; overflow-wrap:anywhere; } h3 code { font-weight:600; }
code { font:13px/1.45 "IBM Plex Mono", ui-monospace, monospace; }
.columns { display:grid; grid-template-columns:minmax(0,260px) minmax(0,1fr); gap:40px; padding-top:24px; padding-bottom:64px; }
nav { position:sticky; top:16px; align-self:start; max-height:calc(100vh - 32px); overflow:auto; font-size:13px; }
nav ul { list-style:none; margin:0; padding:0; } nav > ul > li { margin-bottom:12px; font-weight:600; } nav ul ul { font-weight:400; margin-top:2px; }
nav a { display:block; padding:2px 0; color:var(--ink); text-decoration:none; overflow-wrap:anywhere; } nav a:hover { color:var(--accent); text-decoration:underline; }
nav .method { min-width:7ch; } .method { display:inline-block; min-width:4ch; color:var(--ink-2); font:600 12px/1.45 "IBM Plex Mono", ui-monospace, monospace; }
main > p { max-width:72ch; margin:0 0 12px; }
article { background:var(--sheet); border:1px solid var(--rule); border-radius:3px; padding:16px; margin-top:16px; }
article > p { margin:6px 0 0; max-width:72ch; }
article:target, tr:target { outline:2px solid var(--accent); }
.quiet, caption, td p { color:var(--ink-2); } td p { margin:2px 0 0; font-size:13px; max-width:60ch; }
.tag { background:var(--quiet); border-radius:3px; padding:1px 6px; font-size:12px; color:var(--ink-2); white-space:nowrap; }
.scroll { overflow-x:auto; } table { border-collapse:collapse; width:100%; font-size:14px; margin-top:12px; }
caption { text-align:left; font-size:13px; padding-bottom:2px; }
th, td { text-align:left; vertical-align:top; padding:6px 12px 6px 0; border-top:1px solid var(--rule); font-weight:400; }
tbody th { width:34%; } thead th { color:var(--ink-2); font-size:13px; border-top:0; } article thead { position:absolute; clip-path:inset(50%); }
.errors tbody th { width:26%; }
details { margin-top:12px; } summary { cursor:pointer; color:var(--ink-2); font-size:13px; } details caption { display:none; }
@media (max-width:820px) { .columns { grid-template-columns:minmax(0,1fr); gap:16px; } nav { position:static; max-height:none; } header, .columns { padding-left:16px; padding-right:16px; } }
@media print { nav, .skip { display:none; } .columns { display:block; } details::details-content { content-visibility:visible; } }
`;
