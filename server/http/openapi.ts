/**
 * The OpenAPI document of the read routes. Schemas come from zod's own JSON Schema writer: OpenAPI 3.1 speaks the same
 * dialect, and it keeps "or null" on a shared schema, which decides whether a reader sees missing values at all.
 */
import { z } from 'zod';
import { problemSchema } from '#core/contract/problem.ts';
import { healthSchema, readySchema } from '#core/contract/system.ts';
import type { Needed } from '#core/domain/rights.ts';
import { type ParameterName, parameterOf } from './parameters.ts';
import { problemKinds } from './problem.ts';
import type { ReadRoute } from './read-route.ts';
import type { WriteRoute } from './write-route.ts';

type Json = { readonly [name: string]: unknown };

type Operation = Json & { readonly summary: string };

export type OpenapiDocument = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  /** By path, then by method in lower case. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
};

/** What every write understands beside its body. */
const headers = ['If-Match', 'Idempotency-Key'] as const;

const DEFS = '#/$defs/';
const COMPONENTS = '#/components/schemas/';

/** Collects named schemas while it turns zod schemas into JSON Schema. */
function schemaWriter() {
  const named: Record<string, Json> = {};
  const write = (schema: z.ZodType, io: 'input' | 'output' = 'output'): Json => {
    const text = JSON.stringify(z.toJSONSchema(schema, { io })).replaceAll(DEFS, COMPONENTS);
    const {
      $schema: _dialect,
      $defs = {},
      ...own
    } = JSON.parse(text) as Json & { $defs?: Record<string, Json> };
    for (const [id, definition] of Object.entries($defs)) {
      const { id: _id, ...body } = definition;
      named[id] = body;
    }
    return own;
  };
  return { named, write };
}

/** The name in the braces of a path; null where there is none. */
export function keyName(path: string): string | null {
  return /\{(\w+)\}/.exec(path)?.[1] ?? null;
}

/** A read; `right`: what the one who asks needs, left out or null = nothing. */
export type DocumentedRead = Pick<ReadRoute, 'path' | 'summary' | 'parameters' | 'reply'> & {
  readonly right?: Needed | null;
};

/** An extension of the document, for a reader who asks what a caller needs. */
const needs = (right: Needed | null | undefined): Json =>
  right === null || right === undefined ? {} : { 'x-right': right };

/** Routes of the document; downloads are reads whose answer is a file. */
export type DocumentedRoutes = {
  readonly reads: readonly DocumentedRead[];
  readonly downloads: readonly Omit<DocumentedRead, 'reply'>[];
  readonly writes: readonly WriteRoute[];
};

/** The document of these routes and of those about the server itself. */
export function openapiDocument(
  { reads, downloads, writes }: DocumentedRoutes,
  version: string,
): OpenapiDocument {
  const { named, write } = schemaWriter();
  const reply = (description: string, schema: z.ZodType, type = 'application/json') => ({
    description,
    content: { [type]: { schema: write(schema) } },
  });
  const problem = reply(
    'What went wrong: RFC 9457 problem details',
    problemSchema,
    'application/problem+json',
  );
  const parameter = (name: ParameterName) => {
    const { schema, description } = parameterOf(name);
    return { name, in: 'query', required: false, description, schema: write(schema) };
  };
  const inPath = (path: string) => {
    const key = keyName(path);
    return key === null
      ? []
      : [{ name: key, in: 'path', required: true, schema: { type: 'string' } }];
  };
  const written = (route: WriteRoute): Operation => {
    const content =
      route.body === null
        ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
        : { 'application/json': { schema: write(route.body, 'input') } };
    const takesBody = route.body !== null || route.takesBytes !== undefined;
    return {
      summary: route.summary,
      parameters: [
        ...inPath(route.path),
        ...headers.map((name) => ({
          name,
          in: 'header',
          required: false,
          schema: { type: 'string' },
        })),
        parameter('lang'),
        ...(route.parameters ?? []).map(parameter),
      ],
      ...needs(route.right),
      ...(takesBody ? { requestBody: { required: true, content } } : {}),
      responses: { '2XX': reply(route.summary, route.reply), default: problem },
    };
  };
  const read = (route: DocumentedRead): Operation => {
    return {
      summary: route.summary,
      parameters: [...inPath(route.path), ...route.parameters.map(parameter)],
      ...needs(route.right),
      responses: {
        200: reply(route.summary, route.reply),
        304: { description: 'The caller has this reply already (If-None-Match)' },
        default: problem,
      },
    };
  };
  const downloaded = (route: Omit<DocumentedRead, 'reply'>): Operation => ({
    summary: route.summary,
    parameters: [...inPath(route.path), ...route.parameters.map(parameter)],
    ...needs(route.right),
    responses: {
      200: {
        description: route.summary,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      default: problem,
    },
  });
  const text = z.string();
  const turnedAway = {
    '4XX': reply('Why nobody was let in', text, 'text/html'),
    502: reply('The provider does not answer', text, 'text/html'),
    default: problem,
  };
  const returnTo = {
    name: 'returnTo',
    in: 'query',
    required: false,
    description: 'Path of this server to go on to',
    schema: { type: 'string' },
  };
  const system: Readonly<Record<string, Json & { summary: string }>> = {
    '/api/health': {
      summary: 'Whether the process answers',
      responses: { 200: reply('It answers', healthSchema) },
    },
    '/api/ready': {
      summary: 'Whether the store is reachable and migrated',
      responses: { 200: reply('Ready', readySchema), 503: reply('Not ready', readySchema) },
    },
    '/api/metrics': {
      summary: 'Metrics for Prometheus',
      responses: { 200: reply('Metrics', text, 'text/plain') },
    },
    '/api/openapi.json': {
      summary: 'This document',
      responses: { 200: reply('OpenAPI 3.1', z.record(z.string(), z.unknown())) },
    },
    '/api/events': {
      summary:
        'Server-sent events: `version` when the store was written to, `beat` every 15 seconds, `screen` to a screen that has news, `revoked` as the last word to one whose registration was revoked',
      responses: { 200: reply('A stream that does not end', text, 'text/event-stream') },
    },
    '/api/sign-in/{door}': {
      summary: 'The way to another door: a browser goes there, and comes back with a session',
      parameters: [...inPath('/sign-in/{door}'), returnTo],
      responses: { 302: { description: 'On to the provider' }, ...turnedAway },
    },
    '/api/sign-in/{door}/callback': {
      summary: 'The way back from a provider, with what its protocol says',
      parameters: inPath('/sign-in/{door}'),
      responses: { 302: { description: 'Signed in, and on to returnTo' }, ...turnedAway },
    },
    '/api/docs': {
      summary: 'A page that shows this document',
      responses: { 200: reply('A page', text, 'text/html') },
    },
  };
  const paths: Record<string, Record<string, Operation>> = {};
  const add = (path: string, method: string, operation: Operation) => {
    paths[path] = { ...paths[path], [method]: operation };
  };
  for (const route of reads) add(`/api${route.path}`, 'get', read(route));
  for (const route of downloads) add(`/api${route.path}`, 'get', downloaded(route));
  for (const [path, operation] of Object.entries(system)) add(path, 'get', operation);
  for (const route of writes) add(`/api${route.path}`, route.method.toLowerCase(), written(route));
  const codes = problemKinds.map(({ code, status }) => `${code} (${status})`).join(', ');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Reform Cockpit',
      version,
      description:
        'Where a bureau sees where its digital reform stands. Money is an integer in fen; dates are days, never instants; ' +
        'null means that the source does not say. Every figure comes with its qualifier, unit, own date and open questions. ' +
        `Errors are problem details with one of these codes: ${codes}.`,
    },
    paths,
    components: { schemas: named },
  };
}
