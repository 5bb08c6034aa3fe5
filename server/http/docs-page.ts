/** The reading page of the API: plain HTML, no script, one style sheet of its own. */
import type { OpenapiDocument } from './openapi.ts';
import { problemKinds } from './problem.ts';

export const docsCss = `body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2733}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;border-top:1px solid #cbd5df;padding-top:1rem}
code{font-family:ui-monospace,monospace;font-size:.9em;background:#eef2f6;padding:.1em .3em;border-radius:3px}
pre{background:#eef2f6;padding:1rem;overflow:auto;font-size:.85rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #dde4ea}
a{color:#0b5cad}:focus-visible{outline:3px solid #0b5cad}`;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

type Parameter = { name: string; in: string; description?: string };

function isParameters(value: unknown): value is readonly Parameter[] {
  return Array.isArray(value);
}

/** Schema names become links; the rest is shown as written. */
function schemaText(schema: unknown): string {
  return escaped(JSON.stringify(schema, null, 2)).replace(
    /#\/components\/schemas\/(\w+)/g,
    '<a href="#schema-$1">$1</a>',
  );
}

function routeSection(
  path: string,
  summary: string,
  parameters: unknown,
  responses: unknown,
): string {
  const rows = isParameters(parameters)
    ? parameters.map(
        (parameter) =>
          `<tr><td><code>${escaped(parameter.name)}</code></td><td>${parameter.in}</td>` +
          `<td>${escaped(parameter.description ?? '')}</td></tr>`,
      )
    : [];
  const table =
    rows.length === 0
      ? ''
      : `<table><thead><tr><th>Parameter</th><th>In</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const success = (responses as Record<string, { content?: Record<string, { schema: unknown }> }>)[
    '200'
  ];
  const [type, body] = Object.entries(success?.content ?? {})[0] ?? ['', { schema: {} }];
  return (
    `<h2 id="${escaped(path)}"><code>GET ${escaped(path)}</code></h2><p>${escaped(summary)}</p>${table}` +
    `<p>Replies with <code>${escaped(type)}</code>:</p><pre>${schemaText(body.schema)}</pre>`
  );
}

/** The page for a document. */
export function docsPage(document: OpenapiDocument): string {
  const routes = Object.entries(document.paths);
  const contents = routes.map(
    ([path, { get }]) =>
      `<li><a href="#${escaped(path)}"><code>${escaped(path)}</code></a> ${escaped(get.summary)}</li>`,
  );
  const sections = routes.map(([path, { get }]) =>
    routeSection(path, get.summary, get.parameters, get.responses),
  );
  const problems = problemKinds.map(
    ({ code, status, title }) =>
      `<tr id="problem-${code}"><td><code>${code}</code></td><td>${status}</td><td>${escaped(title)}</td></tr>`,
  );
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `<h3 id="schema-${escaped(name)}">${escaped(name)}</h3><pre>${schemaText(schema)}</pre>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Reform Cockpit API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs.css"></head><body><main>
<h1>${escaped(document.info.title)} API ${escaped(document.info.version)}</h1>
<p>${escaped(document.info.description)}</p>
<p>As a document: <a href="/api/openapi.json">openapi.json</a> (OpenAPI ${document.openapi}).</p>
<ul>${contents.join('')}</ul>${sections.join('')}
<h2 id="problems">Problem codes</h2><table><thead><tr><th>Code</th><th>Status</th><th>Title</th></tr></thead>
<tbody>${problems.join('')}</tbody></table>
<h2 id="schemas">Schemas</h2>${schemas.join('')}</main></body></html>
`;
}
