import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

/** A database of a test file's own. */
export type TestDatabase = {
  readonly url: string;
  readonly drop: () => Promise<void>;
};

/** What a database is cloned from; `prepare` runs once a test run and must close what it opens. */
export type Template = {
  /** Lower-case letters, digits and underscores. */
  readonly name: string;
  readonly prepare: (url: string) => Promise<void>;
};

/**
 * The connection string of the run's PostgreSQL, which the first call starts.
 * Throws with the reason where it cannot start: a test is never skipped for want of it.
 */
export async function postgresUrl(): Promise<string> {
  const reply = await fetch(inject('postgresDesk'));
  const text = await reply.text();
  if (!reply.ok) throw new Error(`The tests' PostgreSQL did not start: ${text}`);
  return text;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asAdministrator<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: await postgresUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureTemplate(client: Client, url: string, template: Template): Promise<string> {
  const name = `template_${template.name}`;
  const known = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (known.rowCount) return name;
  const draft = `${name}_${randomUUID().slice(0, 8)}`;
  await client.query(`create database ${draft}`);
  await template.prepare(withDatabase(url, draft));
  await client.query(`alter database ${draft} rename to ${name}`);
  return name;
}

/** A database of its own: empty, or a clone of the template. Drop it when done. */
export async function createTestDatabase(template?: Template): Promise<TestDatabase> {
  const admin = await postgresUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(async (client) => {
    // Held until the connection ends: two files cloning at once would disturb one another.
    await client.query('select pg_advisory_lock(2021)');
    const from = template ? await ensureTemplate(client, admin, template) : 'template1';
    await client.query(`create database ${name} template ${from}`);
  });
  return {
    url: withDatabase(admin, name),
    drop: () =>
      asAdministrator(async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}
