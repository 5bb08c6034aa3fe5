/** The reading page of the API: plain HTML, no script, one style sheet of its own. */
import type { OpenapiDocument } from './openapi.ts';
import { problemKinds } from './problem.ts';

export const docsCss = `body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2733}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;border-top:1px solid #cbd5df;padding-top:1rem}
code{font-family:ui-monospace,monospace;font-size:.9em;background:#eef2f6;padding:.1em .3em;border-radius:3px}
pre{background:#eef2f6;padding:1rem;overflow:auto;font-size:.85rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #dde4ea}
a{color:#0b5cad}:focus-visible{outline:3px solid #0b5cad}`;

/** Text as it may stand in HTML. */
export const escaped = (text: string): string =>
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

type Operation = OpenapiDocument['paths'][string][string];
type Content = { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> };

const anchorOf = (method: string, path: string): string => `${method}-${path}`;

function bodyText(intro: string, content: Content | undefined): string {
  const [type, body] = Object.entries(content?.content ?? {})[0] ?? [null, null];
  if (type === null) return '';
  return `<p>${intro} <code>${escaped(type)}</code>:</p><pre>${schemaText(body.schema)}</pre>`;
}

function routeSection(method: string, path: string, operation: Operation): string {
  const { parameters, requestBody, responses, summary } = operation;
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
  const replies = responses as Readonly<Record<string, Content>>;
  return (
    `<h2 id="${escaped(anchorOf(method, path))}"><code>${method.toUpperCase()} ${escaped(path)}</code></h2>` +
    `<p>${escaped(summary)}</p>${table}` +
    bodyText('Takes', requestBody as Content | undefined) +
    bodyText('Replies with', replies['200'] ?? replies['2XX'])
  );
}

/** The page for a document. */
export function docsPage(document: OpenapiDocument): string {
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const contents = routes.map(
    ({ method, path, operation }) =>
      `<li><a href="#${escaped(anchorOf(method, path))}"><code>${method.toUpperCase()} ${escaped(path)}</code></a> ${escaped(operation.summary)}</li>`,
  );
  const sections = routes.map(({ method, path, operation }) =>
    routeSection(method, path, operation),
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
