/** The page's one style sheet. Light and dark from the same names; no script, no font from elsewhere. */
export const style = `
:root { color-scheme: light dark; --paper:#f7f5f0; --sheet:#fffdf9; --ink:#1c2126; --ink-2:#565e66; --rule:#ddd8cd; --frame:#1c2126;
  --accent:#1f4fa3; --band:#e9e6dd; --good:#17715f; --good-soft:#dcefe9; --bad:#b23b12; --bad-soft:#f8e4da; --warn:#8a6100; --warn-soft:#f6ecd0; --quiet:#eceae3; }
@media (prefers-color-scheme: dark) { :root { --paper:#14171a; --sheet:#1b1f23; --ink:#eceae4; --ink-2:#a9afb4; --rule:#31363b; --frame:#cfcabd;
  --accent:#8fb2f0; --band:#2a2e32; --good:#6fc9b3; --good-soft:#17352f; --bad:#f0966f; --bad-soft:#40251a; --warn:#dcb75a; --warn-soft:#3a3018; --quiet:#262a2e; } }
* { box-sizing: border-box; }
body { margin:0; background:var(--paper); color:var(--ink); font:14px/1.45 "IBM Plex Sans", system-ui, sans-serif; font-variant-numeric: tabular-nums lining-nums; }
a { color:var(--accent); text-underline-offset:2px; }
:focus-visible { outline:2px solid var(--accent); outline-offset:2px; }
.skip { position:absolute; left:-999px; } .skip:focus { left:8px; top:8px; background:var(--sheet); padding:8px; }
header, main, footer { max-width:1240px; margin:0 auto; padding:0 24px; }
header { display:flex; flex-wrap:wrap; gap:8px 24px; align-items:baseline; padding-top:24px; }
header h1 { font-size:20px; margin:0; letter-spacing:-.01em; } header p { margin:0; color:var(--ink-2); } header nav { margin-left:auto; }
nav[aria-label] ul { display:flex; flex-wrap:wrap; gap:4px 16px; list-style:none; margin:16px 0 0; padding:0; }
.lead { font-size:18px; line-height:1.4; max-width:64ch; margin:20px 0 4px; text-wrap:balance; }
h2 { font-size:15px; margin:32px 0 12px; padding-bottom:6px; border-bottom:1px solid var(--rule); }
.grid { display:grid; grid-template-columns:repeat(auto-fill, minmax(272px, 1fr)); gap:16px; list-style:none; padding:0; margin:0; }
.card { background:var(--sheet); border:1px solid var(--rule); border-top:3px solid var(--frame); border-radius:3px; padding:12px 16px; display:flex; flex-direction:column; gap:6px; min-width:0; }
.card h3 { font-size:14px; font-weight:600; margin:0; min-height:2.9em; overflow-wrap:anywhere; }
.value { font-size:26px; line-height:1.15; font-weight:600; letter-spacing:-.01em; overflow-wrap:anywhere; }
.value.none { color:var(--ink-2); font-size:18px; font-weight:500; line-height:30px; }
.tags { display:flex; flex-wrap:wrap; gap:4px 8px; align-items:center; min-height:22px; }
.tag { border-radius:3px; padding:1px 6px; background:var(--quiet); color:var(--ink-2); white-space:nowrap; }
.tag.good { background:var(--good-soft); color:var(--good); } .tag.bad { background:var(--bad-soft); color:var(--bad); } .tag.warn { background:var(--warn-soft); color:var(--warn); }
.small { color:var(--ink-2); font-size:13px; margin:0; }
.spark { display:block; width:100%; height:44px; } .spark .line { fill:none; stroke:var(--accent); stroke-width:1.75; stroke-linejoin:round; vector-effect:non-scaling-stroke; }
.spark .band { fill:var(--band); } .spark .dot { fill:var(--accent); } .nospark { height:44px; }
details { border-top:1px solid var(--rule); margin-top:auto; padding-top:6px; } summary { cursor:pointer; color:var(--ink-2); font-size:13px; }
details .scroll { overflow-x:auto; } table { border-collapse:collapse; width:100%; font-size:13px; margin-top:6px; }
th, td { text-align:right; padding:2px 0 2px 10px; border-bottom:1px solid var(--rule); white-space:nowrap; } th:first-child, td:first-child { text-align:left; padding-left:0; }
th { font-weight:500; color:var(--ink-2); }
.missing { columns:2 320px; padding-left:18px; } .missing li { break-inside:avoid; margin-bottom:6px; }
footer { padding-top:32px; padding-bottom:32px; color:var(--ink-2); font-size:13px; }
@media (max-width:600px) { header, main, footer { padding-left:16px; padding-right:16px; } .card h3 { min-height:0; } }
@media print { .card { break-inside:avoid; } details, nav { display:none; } }
`;
