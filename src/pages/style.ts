import { createHash } from 'node:crypto';

/**
 * The only style of all pages. Sizes are those of the reader's font, so that a page works at any zoom and on the
 * narrowest phone; colours follow light and dark, and none of them says anything that words do not say too.
 */
export const style = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1c1e21; --quiet: #53575f; --line: #c6cad1;
  --soft: #f1f3f6; --mark: #2b5fb8; --bar: #2b5fb8; --pale: #dfe4ec; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15171b; --ink: #e9ebef; --quiet: #b0b6c1; --line: #4a505b; --soft: #20242b;
    --mark: #9bbcff; --bar: #7ea6f4; --pale: #343b47; }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; padding-top: 1rem;
  color: var(--quiet); }
header p, nav ul { margin: 0; padding: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; }
footer { margin-top: 3rem; padding-bottom: 2rem; color: var(--quiet); border-top: 1px solid var(--line); }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.4rem; margin: 2.75rem 0 .75rem; }
h3 { font-size: 1.2rem; margin: 0 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
a { color: var(--mark); }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.skip { position: absolute; left: 1rem; top: 0; padding: .5rem 1rem; background: var(--paper); transform: translateY(-110%); }
.skip:focus { transform: none; }
main:focus { outline: none; }
.lead { font-size: 1.1rem; margin-top: 0; }
.quiet { color: var(--quiet); }
.note { margin: 1rem 0; padding: .6rem .9rem; border-left: 4px solid var(--mark); background: var(--soft); }
.value { margin: 0 0 2rem; padding: 1.25rem 0 0; border-top: 1px solid var(--line); }
.badge { display: inline-block; padding: .05rem .7rem; border: 2px solid currentColor; border-radius: 1rem;
  font-weight: 600; }
.words { margin: .75rem 0; padding-left: .9rem; border-left: 3px solid var(--pale); }
.words > :first-child { margin-top: 0; }
.words > :last-child { margin-bottom: 0; }
dl { display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr; gap: .35rem 1.25rem; margin: 1rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
figure { margin: 1rem 0; }
svg { display: block; overflow: visible; }
svg text { fill: var(--ink); font-size: 1em; }
.gap { font-size: .9rem; }
.track { fill: var(--pale); }
.bar { color: var(--bar); }
.dot { fill: var(--bar); }
.stripe, .axis { stroke: var(--bar); fill: none; }
.axis { stroke: var(--quiet); }
.range { fill: var(--bar); opacity: .35; }
.wide { overflow-x: auto; }
.wide table { font-size: .8em; }
.wide th, .wide td { padding-right: .35rem; }
.wide thead th { hyphens: auto; }
.wide tbody th { min-width: 5rem; }
.wide caption { font-size: 1rem; }
.words li p { margin: 0; }
ins { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; font-weight: 600; }
del { text-decoration: line-through; color: var(--quiet); }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: break-word; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
thead th { font-weight: 600; }
tbody th { font-weight: 400; }
summary { cursor: pointer; padding: .35rem 0; color: var(--mark); }
ol.records { list-style: none; margin: 1rem 0; padding: 0; }
ol.records li { padding: .5rem 0; border-top: 1px solid var(--line); }
ol.records time { display: block; color: var(--quiet); }
@media (max-width: 30rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin: 0 0 .6rem; }
}
@media print {
  :root { --paper: #ffffff; --ink: #000000; --quiet: #3d3d3d; --line: #999999; --soft: #ffffff; --mark: #000000;
    --bar: #333333; --pale: #e4e4e4; color-scheme: light; }
  html { font-size: 10.5pt; }
  nav, .skip { display: none; }
  header, main, footer { max-width: none; padding: 0; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  /* Patterns make a printed file a hundred times as large. */
  .striped, .dotted { fill: none; stroke: var(--bar); stroke-width: 1.5; }
  .dotted { stroke-dasharray: 3 3; }
  a { color: inherit; text-decoration: none; }
  .value, figure, tr, dl { break-inside: avoid; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; opacity: 1; }
  summary { list-style: none; color: inherit; }
  .wide { overflow: visible; }
  .wide tbody th { min-width: 0; }
}
`;

const digest = createHash('sha256').update(style).digest('base64');

/** Nothing runs, nothing is fetched, nobody frames a page or sends a form from it. */
export const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
