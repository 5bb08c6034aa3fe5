/**
 * The OpenAPI document of the read routes. Schemas come from zod's own JSON Schema writer: OpenAPI 3.1 speaks the same
 * dialect, and it keeps "or null" on a shared schema, which decides whether a reader sees missing values at all.
 */
import { z } from 'zod';
import { problemSchema } from '#core/contract/problem.ts';
import { healthSchema, readySchema } from '#core/contract/system.ts';
import { type ParameterName, parameterOf } from './parameters.ts';
import { problemKinds } from './problem.ts';
import type { ReadRoute } from './read-route.ts';

type Json = { readonly [name: string]: unknown };

export type OpenapiDocument = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, { readonly get: Json & { readonly summary: string } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
};

const DEFS = '#/$defs/';
const COMPONENTS = '#/components/schemas/';

/** Collects named schemas while it turns zod schemas into JSON Schema. */
function schemaWriter() {
  const named: Record<string, Json> = {};
  const write = (schema: z.ZodType): Json => {
    const text = JSON.stringify(z.toJSONSchema(schema)).replaceAll(DEFS, COMPONENTS);
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

/** The document of these routes and of those about the server itself. */
export function openapiDocument(routes: readonly ReadRoute[], version: string): OpenapiDocument {
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
  const read = (route: ReadRoute) => {
    const key = keyName(route.path);
    const inPath = { name: key, in: 'path', required: true, schema: { type: 'string' } };
    return {
      summary: route.summary,
      parameters: [...(key === null ? [] : [inPath]), ...route.parameters.map(parameter)],
      responses: {
        200: reply(route.summary, route.reply),
        304: { description: 'The caller has this reply already (If-None-Match)' },
        default: problem,
      },
    };
  };
  const text = z.string();
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
    '/api/docs': {
      summary: 'A page that shows this document',
      responses: { 200: reply('A page', text, 'text/html') },
    },
  };
  const reads = routes.map((route) => [`/api${route.path}`, { get: read(route) }] as const);
  const systems = Object.entries(system).map(([path, get]) => [path, { get }] as const);
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
    paths: Object.fromEntries([...reads, ...systems]),
    components: { schemas: named },
  };
}
